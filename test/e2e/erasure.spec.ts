import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { pino } from 'pino';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createApi } from '#apps/api/src/create-api.js';
import { rebuild } from '#apps/cli/src/rebuild.js';
import { startProjector } from '#apps/projector/src/start-projector.js';
import { startWorker } from '#apps/worker/src/start-worker.js';
import { projections } from '#composition/catalogue.js';
import { openPlatform, type Platform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { customerDecider, customerDecisions } from '#customers/customers.contract.js';
import { exportFolder } from '#interchange/exporting/export-folder.js';
import { contextOf } from '#testing/open-stores.js';
import { areServersThere, type ServerStores, startServerStores } from './server-stores.js';

type Body = Record<string, unknown>;

const TOKEN = 'a-token-for-the-tests';
/** Nowhere else in the world, nor in each other. */
const SECRETS = ['Querbaumwolle', 'quitzdorf@', '+49-911-7734', 'Schluesselmeisterin', 'Gallenstein'];
const [FIRM, EMAIL, PHONE, TITLE, ILLNESS] = SECRETS;
let directory: string;
let dataDir: string;
let servers: ServerStores | null = null;
let logged: string[] = [];
const logger = pino({ level: 'debug' }, { write: (line: string) => logged.push(line) });

let platform: Platform;
let base = '';
let last = '0';
let stopping: (() => Promise<unknown>)[] = [];

type Part = 'projector' | 'worker' | 'api';

const open = async (...parts: readonly Part[]): Promise<void> => {
  const variables = { ANNALS_DATA_DIR: dataDir, ANNALS_RATE_LIMIT: '0', ...servers?.variables };
  platform = await openPlatform(readSettings(variables), (line) => logged.push(line));
  stopping = [platform.close];
  if (parts.includes('projector')) stopping.unshift(startProjector(platform, logger).stop);
  if (parts.includes('worker')) await startWorker(platform);
  if (!parts.includes('api')) return;
  const api: NestFastifyApplication = await createApi(platform, TOKEN, logger);
  await api.listen(0, '127.0.0.1');
  base = `http://127.0.0.1:${(api.getHttpServer().address() as AddressInfo).port}/api`;
  stopping.unshift(() => api.close());
};

const close = async (): Promise<void> => {
  for (const stop of stopping.splice(0)) await stop();
};

const call = async (path: string, body?: object, token = TOKEN): Promise<{ status: number; body: Body }> => {
  const answer = await fetch(`${base}${path}`, {
    ...(body && { method: 'POST', body: JSON.stringify(body) }),
    headers: { authorization: `Bearer ${token}`, ...(body && { 'content-type': 'application/json' }) },
  });
  return { status: answer.status, body: (await answer.json()) as Body };
};

const write = async (path: string, body: object): Promise<Body> => {
  const answer = await call(path, body);
  expect(answer.status, JSON.stringify(answer.body)).toBeLessThan(300);
  last = String(answer.body.position);
  return answer.body;
};

/** What a read answers, but for when it was asked. */
const read = async (path: string): Promise<Body> => {
  const { asOf: _, knownAt: __, position: ___, ...body } = (await call(path)).body;
  return body;
};

const onDay = (day: number) => ({ occurredAt: `2017-03-${String(day).padStart(2, '0')}T09:00:00.000Z` });
const usd = (amount: number) => ({ amount, currency: 'USD' });

/** A customer with everything that can be said of one. */
const makeCustomer = async (id: string): Promise<void> => {
  const contact = { name: `Frau ${FIRM}`, email: `${EMAIL}example.com`, phone: PHONE, title: TITLE };
  const about = { repId: 'anna', customerId: id };
  await write('/customers', { id, name: `${FIRM} ${id}`, ownerId: 'anna', contacts: [contact], ...onDay(2) });
  await write(`/customers/${id}/contacts`, { ...contact, id: 'second', ...onDay(3) });
  await write(`/customers/${id}/contacts`, { ...contact, id: 'second', phone: `${PHONE}-1`, ...onDay(3) });
  await write(`/customers/${id}/profile`, { name: `${FIRM} & Co`, industry: 'retail', ...onDay(4) });
  const deal = { customerId: id, processId: 'p', ownerId: 'anna', expectedCloseOn: '2017-06-30' };
  await write('/deals', { id: `${id}-d1`, name: `Seats for ${FIRM}`, amount: usd(100_00), ...deal, ...onDay(5) });
  await write('/deals', { id: `${id}-d2`, name: `${FIRM} training`, amount: usd(20_00), ...deal, ...onDay(5) });
  await write(`/deals/${id}-d1/advance`, { to: 'offer', ...onDay(6) });
  await write(`/deals/${id}-d1/move-back`, { to: 'lead', reason: `${FIRM} has ${ILLNESS}`, ...onDay(7) });
  await write(`/deals/${id}-d2/lose`, { reason: `${FIRM} went elsewhere`, ...onDay(7) });
  await write('/activities/calls', {
    ...{ ...about, subject: `${ILLNESS} of ${FIRM}`, outcome: `${FIRM} recovers`, durationSeconds: 60 },
    ...onDay(8),
  });
  await write('/activities/notes', { repId: 'anna', dealId: `${id}-d1`, text: `${FIRM}: ${ILLNESS}`, ...onDay(8) });
  await write('/activities/tasks', { ...about, id: `${id}-t`, subject: `Call ${FIRM}`, ...onDay(8) });
};

const erased = async (id: string): Promise<void> => {
  for (let tries = 0; tries < 500; tries += 1) {
    if ((await platform.jobs.status(`erase-customer-${id}`))?.state === 'done') return;
    await sleep(20);
  }
  throw new Error(`The erasure of ${id} does not come to its end`);
};

/** Files below a folder that hold one of the secrets. */
const telling = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((name) => join(folder, name))
    .filter((path) => statSync(path).isFile())
    .flatMap((path) => {
      const bytes = readFileSync(path);
      return SECRETS.filter((secret) => bytes.includes(secret)).map((secret) => `${path}: ${secret}`);
    });

const secretsIn = (text: string): readonly string[] => SECRETS.filter((secret) => text.includes(secret));

/** Of the log as it is stored, of the read models, and of everything that is anywhere. */
const toldByLog = (): readonly string[] =>
  servers === null ? telling(join(dataDir, 'log')) : secretsIn(servers.logText());
const toldByReadModels = async (): Promise<readonly string[]> =>
  servers === null ? telling(join(dataDir, 'read-models')) : secretsIn(await servers.readModelText());
const told = async (): Promise<readonly string[]> => [
  ...telling(dataDir),
  ...(servers === null ? [] : secretsIn(servers.logText())),
  ...secretsIn((await servers?.readModelText()) ?? ''),
  ...secretsIn((await servers?.jobsText()) ?? ''),
];

const figures = async () => ({
  board: await read(`/pipelines/p?cards=0&after=${last}`),
  boardThen: await read('/pipelines/p?asOf=2017-03-06T12:00:00Z'),
  forecast: await read('/forecasts?by=month&from=2017-01&to=2017-12'),
  performance: await read('/reps/anna/performance?period=2017'),
  changes: await read('/pipelines/p/changes?from=2017-03-01&to=2017-03-31'),
});

describe.each([
  ['embedded', true],
  ['EventStoreDB, MongoDB and Redis', areServersThere],
] as const)('on %s stores', { timeout: 60_000 }, (kind, isThere) => {
  beforeAll(async () => {
    if (!isThere) return;
    logged = [];
    directory = mkdtempSync(join(tmpdir(), 'annals-erasure-'));
    dataDir = join(directory, 'data');
    mkdirSync(dataDir);
    servers = kind === 'embedded' ? null : await startServerStores();
    await open('projector', 'worker', 'api');
    const stage = { probability: 0.5, forecastCategory: 'pipeline' };
    const stages = [
      { id: 'lead', name: 'Lead', ...stage },
      { id: 'offer', name: 'Offer', ...stage },
    ];
    await write('/processes', { id: 'p', name: 'Sales', stages, rules: { allowBack: true }, ...onDay(1) });
    await write('/teams', { id: 't', name: 'North', ...onDay(1) });
    const rep = { teamId: 't', role: 'rep', ...onDay(1) };
    await write('/reps', { id: 'anna', name: 'Anna', email: 'anna@example.com', ...rep });
    await write('/reps', { id: 'bert', name: 'Bert', email: 'bert@example.com', ...rep });
  });

  afterAll(async () => {
    if (!isThere) return;
    await close();
    await servers?.drop();
    rmSync(directory, { recursive: true });
  });

  describe('the personal data of a customer', () => {
    it.runIf(isThere)('is in the log in no plain word', async () => {
      await makeCustomer('c1');
      expect(toldByLog()).toEqual([]);
      await read(`/customers/c1?after=${last}`);
      expect(await toldByReadModels()).not.toEqual([]);
      const [added] = await platform.log.readStream('customer-c1');
      expect(added?.data).toMatchObject({ customerId: 'c1', name: 'erased', contacts: [], ownerId: 'anna' });
    });

    it.runIf(isThere)('is handed out to their owner and to an admin, with who recorded it and when', async () => {
      const token = async (id: string) => String((await write(`/reps/${id}/tokens`, {})).token);
      const [anna, bert] = [await token('anna'), await token('bert')];
      const own = await call(`/customers/c1/personal-data?after=${last}`, undefined, anna);
      expect(own.status).toBe(200);
      expect(own.body).toMatchObject({ id: 'c1', name: `${FIRM} & Co`, ownerId: 'anna', erasure: null });
      expect(own.body.contacts).toHaveLength(2);
      const facts = own.body.facts as Body[];
      expect(facts.map(({ type }) => type)).toEqual([
        'CustomerAdded',
        'CustomerContactAdded',
        'CustomerContactChanged',
        'CustomerProfileChanged',
        'DealOpened',
        'DealOpened',
        'DealMovedBack',
        'DealLost',
      ]);
      expect(facts[3]).toEqual({
        eventId: expect.any(String),
        type: 'CustomerProfileChanged',
        at: onDay(4).occurredAt,
        recordedAt: expect.any(String),
        ...{ by: 'admin', onBehalfOf: null, position: expect.any(String), dealId: null, activityId: null },
        personal: { 'from.name': `${FIRM} c1`, 'to.name': `${FIRM} & Co` },
      });
      expect((own.body.activities as Body[]).map(({ type }) => type)).toEqual(['CallLogged', 'NoteTaken', 'TaskAdded']);
      expect((await call('/customers/c1/personal-data', undefined, bert)).status).toBe(403);
      expect((await call('/customers/nobody/personal-data')).status).toBe(404);
      expect((await call('/customers/c1/erase', {}, anna)).status).toBe(403);
    });
  });

  describe('erasing a customer', () => {
    it.runIf(isThere)('leaves no byte of what was personal, and every figure', async () => {
      await makeCustomer('c2');
      const before = await figures();
      await write('/customers/c1/erase', { reason: 'asked for it' });
      await erased('c1');
      await write('/customers/c2/erase', {});
      await erased('c2');
      await read(`/customers/c1?after=${last}`);
      expect(await figures()).toEqual(before);
      expect(await told()).toEqual([]);
      expect(secretsIn(logged.join(''))).toEqual([]);
      const exported = join(directory, 'exported');
      mkdirSync(exported);
      await exportFolder(exported, platform);
      expect(readdirSync(exported)).toContain('customers.csv');
      expect(telling(exported)).toEqual([]);
      expect(await read('/customers/c1')).toMatchObject({
        name: 'erased',
        contacts: [],
        industry: 'retail',
        ownerId: 'anna',
      });
      expect(await read('/customers/c1?asOf=2017-03-03T12:00:00Z')).toMatchObject({ name: 'erased' });
      expect(await read('/deals/c1-d1')).toMatchObject({ name: 'erased', amount: usd(100_00), stage: 'lead' });
      const { items } = (await read('/customers/c1/timeline?limit=200')) as { items: { text: string }[] };
      expect(items.map(({ text }) => text)).toContain('Deal “erased” opened in Lead for $100.00');
    });

    it.runIf(isThere)('leaves the seals over the log whole', async () => {
      for (let tries = 0; tries < 200; tries += 1) {
        const { body } = await call('/audit/verify');
        if (body.head === last || tries === 199) expect(body).toMatchObject({ valid: true });
        if (body.head === last) break;
        await sleep(20);
      }
    });

    it.runIf(isThere)('is done once, and refuses what would name them again', async () => {
      const { revision } = await write('/customers/c1/erase', {});
      expect((await write('/customers/c1/erase', { reason: 'again' })).revision).toBe(revision);
      expect((await call('/customers/c1/profile', { name: FIRM })).body).toMatchObject({
        status: 409,
        code: 'CustomerIsErased',
      });
      expect((await call('/customers/c1/contacts', { name: FIRM })).status).toBe(409);
      expect((await call('/customers/unheard-of/erase', {})).status).toBe(404);
      await write('/activities/notes', { repId: 'anna', customerId: 'c1', text: `${FIRM} again` });
      await read(`/customers/c1?after=${last}`);
      expect(await told()).toEqual([]);
    });

    it.runIf(isThere)('comes to its end after a crash behind the event, and a rebuild knows no more', async () => {
      await makeCustomer('c3');
      await read(`/customers/c3?after=${last}`);
      await close();
      // The process ends right behind the event: no key is destroyed yet, and no job is on its way.
      await open();
      const admin = { id: 'admin', role: 'admin' } as const;
      const context = contextOf(admin, new Date().toISOString());
      await platform.runner.change(customerDecider, 'c3', context, (customer, deciding) =>
        customerDecisions.erase({ reason: null }, admin)(customer, deciding),
      );
      await close();
      await open('projector');
      await platform.readModels.reach(projections, String(await platform.events.head()));
      await close();
      await open('worker', 'projector', 'api');
      await erased('c3');
      expect(await told()).toEqual([]);
      const view = await read('/customers/c3');
      const before = await figures();
      await close();
      await open();
      await rebuild(platform, []);
      await close();
      await open('projector', 'worker', 'api');
      expect(await read('/customers/c3')).toEqual(view);
      expect(await figures()).toEqual(before);
      expect(await told()).toEqual([]);
    });

    it.runIf(isThere)('leaves nothing in the generation of read models that is kept', async () => {
      await makeCustomer('c4');
      await read(`/customers/c4?after=${last}`);
      await close();
      await open();
      // What is shown until now says who they are, and is kept.
      await rebuild(platform, []);
      await close();
      await open('projector', 'worker', 'api');
      expect(await toldByReadModels()).not.toEqual([]);
      await write('/customers/c4/erase', {});
      await erased('c4');
      expect(await told()).toEqual([]);
    });
  });
});
