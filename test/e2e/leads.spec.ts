import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { createLogger } from '#composition/logger.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { customerDecider } from '#customers/customers.contract.js';
import { dealDecider } from '#deals/deals.contract.js';
import { completeConversion } from '#leads/convert-lead/complete-conversion.js';
import { type LeadEvent, leadDecider } from '#leads/leads.contract.js';
import { departureIdOf } from '#people/depart-rep/departure-id.js';
import { repDecider } from '#people/people.contract.js';
import { contextOf } from '#testing/open-stores.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, hire, type Person, usd } from './sales-floor.js';

const LEA = { name: 'Lea Querbaum', company: 'Querbaum Ltd', email: 'lea@example.com', phone: '1', source: 'fair' };
const onDay = (day: number) => ({ occurredAt: `2020-03-0${day}T09:00:00.000Z` });

let api: RunningApi;
let tokens: Readonly<Record<Person, string>>;

beforeAll(async () => {
  api = await startApi();
  tokens = await furnish(api);
});
afterAll(() => api.stop());

const write = async (path: string, body: object) => done(await api.post(path, body)).body;

const qualified = async (id: string): Promise<void> => {
  await write('/api/leads', { id, ...LEA, ownerId: 'ann', ...onDay(1) });
  await write(`/api/leads/${id}/qualify`, { note: 'They have money', ...onDay(2) });
};

/** What a read answers, but for when it was asked. */
const read = async (path: string) => {
  const { asOf: _, knownAt: __, position: ___, ...body } = done(await api.get(path)).body;
  return body;
};

describe('a lead', () => {
  it('is read as it stood, on both axes', async () => {
    const { position } = await write('/api/leads', { id: 'judged', ...LEA, ...onDay(1) });
    await write('/api/leads/judged/qualify', onDay(2));
    const { position: after } = await write('/api/leads/judged/disqualify', { reason: 'No money', ...onDay(3) });
    const statusOf = async (query: string) => (await read(`/api/leads/judged?${query}`)).status;
    expect(await statusOf(`after=${after}`)).toBe('disqualified');
    expect(await statusOf('asOf=2020-03-02T12:00:00Z')).toBe('qualified');
    expect(await statusOf('asOf=2020-03-01T12:00:00Z')).toBe('new');
    expect((await api.get('/api/leads/judged?asOf=2020-02-01T00:00:00Z')).status).toBe(404);
    expect((await api.get('/api/leads/judged?knownAt=2020-03-04T00:00:00Z')).status).toBe(404);
    expect(Number(after)).toBe(Number(position) + 2);
    const listed = async (query: string) =>
      (await read(`/api/leads?${query}`)).items.map(({ id }: { id: string }) => id);
    expect(await listed('status=disqualified')).toEqual(['judged']);
    expect(await listed('status=qualified')).toEqual([]);
    expect(await listed('status=qualified&asOf=2020-03-02T12:00:00Z')).toEqual(['judged']);
  });

  it('becomes a customer with contact and deal, once, however often it is asked', async () => {
    await qualified('l1');
    const deal = { name: 'Fifty seats', amount: usd(500), processId: 'standard' };
    const answers = await Promise.all(
      [1, 2, 3].map(() => api.post('/api/leads/l1/convert', { deal }, { token: tokens.ann })),
    );
    const [first, ...others] = answers.map((answer) => done(answer).body);
    for (const other of others) expect(other).toEqual(first);
    const lead = await read(`/api/leads/l1?after=${first.position}`);
    expect(lead).toMatchObject({ status: 'converted', revision: first.revision, ownerId: 'ann' });
    const customer = await read(`/api/customers/${lead.customerId}?after=${first.position}`);
    expect(customer).toMatchObject({ name: 'Querbaum Ltd', ownerId: 'ann', source: 'fair', revision: '0' });
    expect(customer.contacts).toEqual([
      { id: 'contact-1', name: LEA.name, email: LEA.email, phone: LEA.phone, title: null },
    ]);
    expect(customer.deals.open).toEqual({ deals: 1, amount: usd(500) });
    expect(await read(`/api/deals/${lead.dealId}`)).toMatchObject({
      name: 'Fifty seats',
      stage: 'talk',
      ownerId: 'ann',
    });
    const { items } = await read(`/api/customers/${lead.customerId}/timeline`);
    expect(items.map(({ text }: { text: string }) => text).sort()).toEqual(
      [
        'Conversion completed: the customer is there',
        'Customer “Querbaum Ltd” added, looked after by ann',
        'Deal “Fifty seats” opened in Talk for $5.00',
        'Lead converted, with the deal “Fifty seats”',
        'Lead qualified: They have money',
        'Lead “Lea Querbaum” captured from fair',
      ].sort(),
    );
    expect(items[0].onBehalfOf?.id).toBe('ann');
  });

  it('is forgotten with the customer that it became', async () => {
    await qualified('l2');
    const { position } = await write('/api/leads/l2/convert', {});
    const { customerId } = await read(`/api/leads/l2?after=${position}`);
    await write(`/api/customers/${customerId}/erase`, {});
    for (let tries = 0; tries < 500; tries += 1) {
      if ((await api.get(`/api/customers/${customerId}/events`)).text.includes('CustomerErasureCompleted')) break;
      await sleep(20);
    }
    expect(await read(`/api/leads/l2?after=${await api.head()}`)).toMatchObject({
      ...{ name: 'erased', company: 'erased', email: 'erased', phone: 'erased', source: 'fair', status: 'converted' },
    });
    expect((await api.get(`/api/customers/${customerId}/timeline`)).text).not.toContain('Querbaum');
  });

  it('appends nothing when its deal cannot be opened', async () => {
    await qualified('l3');
    const head = await api.head();
    const deal = { name: 'X', amount: usd(1), processId: 'none' };
    expect((await api.post('/api/leads/l3/convert', { deal })).body).toMatchObject({
      ...{ status: 409, code: 'FirstDealRefused', detail: 'There is no process none' },
    });
    expect(await api.head()).toBe(head);
  });
});

describe('a conversion whose owner has left before its end', () => {
  const context = () => contextOf({ id: 'admin', role: 'admin' }, new Date().toISOString());

  it.each([
    ['the present successor with the largest share', 'lia', ['bob:1', 'sue:3'], 'sue'],
    ['a successor of the successor who has left as well', 'lou', ['lia'], 'sue'],
    ['nobody, when there is no successor', 'leo', [], null],
  ])('makes what it makes for %s', async (_whom, leaver, successors, owner) => {
    const { runner } = api.platform;
    await hire(api, leaver);
    const named = successors.map((each) => ({
      ownerId: each.split(':')[0] ?? '',
      share: Number(each.split(':')[1] ?? 1),
    }));
    const departure = { departureId: departureIdOf(leaver), on: '2020-06-30', reason: null, successors: named };
    const departed = { type: 'RepDeparted', data: { repId: leaver, ...departure } } as const;
    await runner.change(repDecider, leaver, context(), () => [departed]);
    const of = { leadId: `of-${leaver}`, customerId: `customer-of-${leaver}` };
    const first = { name: 'First', amount: usd(100), processId: 'standard', expectedCloseOn: null };
    const deal = { ...first, dealId: `deal-of-${leaver}` };
    const facts: readonly LeadEvent[] = [
      { type: 'LeadCaptured', data: { ...of, ...LEA, ownerId: leaver } },
      { type: 'LeadQualified', data: { ...of, note: null } },
      { type: 'LeadConverted', data: { ...of, ownerId: leaver, deal } },
    ];
    await runner.create(leadDecider, of.leadId, context(), () => facts);
    for (const _time of ['once', 'again']) await completeConversion(runner, of.leadId, 'admin');
    expect((await runner.state(leadDecider, of.leadId))?.conversion?.completed).toBe(true);
    expect((await runner.state(customerDecider, of.customerId))?.ownerId).toBe(owner);
    expect((await runner.state(dealDecider, deal.dealId))?.ownerId).toBe(owner);
  });
});

describe('a conversion', () => {
  const directory = mkdtempSync(join(tmpdir(), 'annals-leads-'));
  afterAll(() => rmSync(directory, { recursive: true }));

  const withPlatform = async (use: (platform: Platform) => Promise<void>): Promise<void> => {
    const platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory }), () => {});
    try {
      await use(platform);
    } finally {
      await platform.close();
    }
  };

  it('comes to its end after a crash behind its event', async () => {
    const of = { leadId: 'l', customerId: 'c' };
    const facts: readonly LeadEvent[] = [
      { type: 'LeadCaptured', data: { ...of, ...LEA, ownerId: null } },
      { type: 'LeadQualified', data: { ...of, note: null } },
      { type: 'LeadConverted', data: { ...of, ownerId: null, deal: null } },
    ];
    const context = contextOf({ id: 'admin', role: 'admin' }, new Date().toISOString());
    await withPlatform(async ({ runner }) => {
      await runner.create(leadDecider, 'l', context, () => facts);
    });
    await withPlatform(async (platform) => {
      // A worker that looked only once, before the read models have come to the event, would miss it.
      await startWorker(platform);
      await sleep(500);
      const projector = startProjector(platform, createLogger('fatal'));
      for (let tries = 0; tries < 500; tries += 1) {
        if ((await platform.runner.state(leadDecider, 'l'))?.conversion?.completed) break;
        await sleep(20);
      }
      const typesOf = async (stream: string) => (await platform.events.readStream(stream)).map(({ type }) => type);
      expect(await typesOf('customer-c')).toEqual(['customer-added.v1']);
      expect((await typesOf('lead-l')).slice(2)).toEqual(['lead-converted.v1', 'lead-conversion-completed.v1']);
      await projector.stop();
    });
  });
});
