import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';

const TOKEN = 'a-token-for-the-tests';
const directory = mkdtempSync(join(tmpdir(), 'annals-customer-'));
const logger = pino({ level: 'silent' });
let platform: Platform;
let projector: ReturnType<typeof startProjector>;
let api: NestFastifyApplication;
let base: string;
let last: string;

const write = async (path: string, body: object): Promise<void> => {
  const answer = await fetch(`${base}${path}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  expect(answer.status, text).toBeLessThan(300);
  last = (JSON.parse(text) as { position: string }).position;
};

const read = async (path: string): Promise<Record<string, unknown>> =>
  (await (await fetch(`${base}${path}`, { headers: { authorization: `Bearer ${TOKEN}` } })).json()) as Record<
    string,
    unknown
  >;

const usd = (amount: number) => ({ amount, currency: 'USD' });
const on = (day: number) => ({ occurredAt: `2017-03-${String(day).padStart(2, '0')}T09:00:00.000Z` });

beforeAll(async () => {
  platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory, ANNALS_RATE_LIMIT: '0' }), () => undefined);
  projector = startProjector(platform, logger);
  api = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
  const stage = { probability: 0.5, forecastCategory: 'pipeline' };
  await write('/processes', {
    id: 'p',
    name: 'Sales',
    stages: [
      { id: 'lead', name: 'Lead', ...stage },
      { id: 'offer', name: 'Offer', ...stage },
    ],
    ...on(1),
  });
  await write('/teams', { id: 't', name: 'North', ...on(1) });
  const rep = { teamId: 't', role: 'rep', ...on(1) };
  await write('/reps', { id: 'anna', name: 'Anna Arnold', email: 'anna@example.com', ...rep });
  await write('/customers', { id: 'acme', name: 'Acme', ownerId: 'anna', ...on(2) });
  const deal = { customerId: 'acme', processId: 'p', ownerId: 'anna' };
  await write('/deals', { id: 'd1', name: 'Seats', amount: usd(100_00), ...deal, ...on(3) });
  await write('/deals', { id: 'd2', name: 'Training', amount: usd(20_00), ...deal, ...on(4) });
  const about = { customerId: 'acme', repId: 'anna' };
  await write('/activities/tasks', { id: 'later', subject: 'Renew', dueOn: '2017-05-01', ...about, ...on(5) });
  await write('/activities/tasks', { id: 'soon', subject: 'Call back', dueOn: '2017-04-01', ...about, ...on(5) });
  await write('/activities/calls', { id: 'call', subject: 'Prices', direction: 'outbound', ...about, ...on(6) });
  await write('/deals/d1/win', { amount: usd(90_00), signedOn: '2017-03-07', ...on(7) });
});

afterAll(async () => {
  await api.close();
  await projector.stop();
  await platform.close();
  rmSync(directory, { recursive: true });
});

const none = { deals: 0, amount: usd(0) };

describe('a customer', () => {
  it('is shown with deals, last activity and next task', async () => {
    const { asOf, knownAt, position, ...view } = await read(`/customers/acme?after=${last}`);
    expect({ asOf, knownAt, position }).toEqual({
      asOf: expect.any(String),
      knownAt: expect.any(String),
      position: last,
    });
    expect(view).toEqual({
      id: 'acme',
      revision: '0',
      name: 'Acme',
      ownerId: 'anna',
      industry: null,
      region: null,
      source: null,
      contacts: [],
      owners: [{ ownerId: 'anna', from: on(2).occurredAt, to: null, recordedAt: expect.any(String) }],
      deals: { open: { deals: 1, amount: usd(20_00) }, won: { deals: 1, amount: usd(90_00) }, lost: none },
      lastActivity: { id: 'call', kind: 'call', at: on(6).occurredAt, repId: 'anna', subject: 'Prices' },
      nextTask: { id: 'soon', subject: 'Call back', dueOn: '2017-04-01', repId: 'anna' },
      merged: [],
      mergedInto: null,
    });
  });

  it('is shown as of any instant', async () => {
    expect(await read(`/customers/acme?after=${last}&asOf=2017-03-05T09:00:00Z`)).toMatchObject({
      deals: { open: { deals: 2, amount: usd(120_00) }, won: none, lost: none },
      lastActivity: null,
      nextTask: { id: 'soon' },
    });
    expect(await read(`/customers/acme?after=${last}&asOf=2017-03-02T09:00:00Z`)).toMatchObject({
      deals: { open: none, won: none, lost: none },
      lastActivity: null,
      nextTask: null,
    });
  });

  it('has a timeline in words', async () => {
    const ofAll = (await read(`/customers/acme/timeline?after=${last}`)) as {
      items: readonly { text: string; dealId?: string; by: object }[];
    };
    const { items } = ofAll;
    expect(items.map(({ text }) => text)).toEqual([
      'Deal “Seats” won by Anna Arnold for $90.00, signed on 2017-03-07',
      'Call made “Prices”',
      'Task “Call back” for Anna Arnold, due on 2017-04-01',
      'Task “Renew” for Anna Arnold, due on 2017-05-01',
      'Deal “Training” opened in Lead for $20.00',
      'Deal “Seats” opened in Lead for $100.00',
      'Customer “Acme” added, looked after by Anna Arnold',
    ]);
    expect(items[0]).toMatchObject({ by: { id: 'admin', name: 'Administrator' }, dealId: 'd1' });
    const ofDeal = (await read(`/customers/acme/timeline?after=${last}&deal=d1`)) as typeof ofAll;
    expect(ofDeal.items.map(({ text }) => text)).toEqual([items[0]?.text, items[5]?.text]);
    expect(await read('/customers/acme/timeline?deal=none')).toMatchObject({ items: [] });
  });

  it('has its events as the log has them, in pages', async () => {
    const first = (await read('/customers/acme/events?limit=2')) as { items: readonly object[]; next: string };
    expect(first.items[0]).toMatchObject({
      type: 'DealWon',
      stream: 'deal-d1',
      revision: '1',
      position: last,
      hash: expect.stringMatching(/^[\w-]{43}$/),
    });
    const rest = (await read(`/customers/acme/events?limit=50&cursor=${encodeURIComponent(first.next)}`)) as {
      items: readonly object[];
      next: null;
    };
    expect([first.items.length, rest.items.length, rest.next]).toEqual([2, 5, null]);
    expect(await read('/customers/nobody/timeline')).toMatchObject({ status: 404 });
    expect(await read('/customers/acme/events?cursor=none')).toMatchObject({ status: 400 });
  });
});
