import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, afterEach, expect, it } from 'vitest';
import { openPlatform } from '#composition/platform.js';
import { readSettings } from '#config/settings.js';
import { customerDecider } from '#customers/customers.contract.js';
import { contextOf } from '#testing/open-stores.js';
import { MAIN, type Server, started, stopped, TOKEN } from '../running-server.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-killed-erasure-'));
/** Nowhere else in the world. */
const SECRET = 'Querbaumwolle';

let server: Server | null = null;

const start = async (): Promise<void> => {
  server = await started(MAIN, ['start'], directory);
};

const kill = async (): Promise<void> => {
  if (server) await stopped(server.child, 'SIGKILL');
  server = null;
};

afterEach(kill);
afterAll(() => rmSync(directory, { recursive: true }));

const urlOf = (path: string): string => `http://127.0.0.1:${server?.port}/api${path}`;
const authorization = `Bearer ${TOKEN}`;
const post = (path: string, body: object): Promise<Response> =>
  fetch(urlOf(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization, 'content-type': 'application/json' },
  });

/** All events of the customer that the log has now. */
const eventsOf = async (id: string): Promise<string> => {
  const { position } = (await (await fetch(urlOf('/health'))).json()) as { position: string };
  for (;;) {
    const answer = await fetch(urlOf(`/customers/${id}/events?after=${position}`), { headers: { authorization } });
    if (answer.status !== 503) return answer.text();
  }
};

const until = async (what: string, reached: () => Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 30_000;
  while (!(await reached())) {
    if (Date.now() > deadline) throw new Error(`Waited in vain: ${what}`);
    await sleep(50);
  }
};

/** Files of the data that still tell the secret of the customer. */
const telling = (secret: string): readonly string[] =>
  readdirSync(directory, { recursive: true, encoding: 'utf8' })
    .map((name) => join(directory, name))
    .filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile() && readFileSync(path).includes(secret));

const addCustomer = async (id: string, secret: string): Promise<void> => {
  expect((await post('/customers', { id, name: secret, contacts: [{ name: secret }] })).status).toBe(201);
};

/** It comes to its end without being asked for again, once, and nothing tells the secret any more. */
const completes = async (id: string, secret: string): Promise<void> => {
  await until('the erasure is completed', async () => (await eventsOf(id)).includes('CustomerErasureCompleted'));
  const events = await eventsOf(id);
  expect(events.match(/"CustomerErased"/g)).toHaveLength(1);
  expect(events.match(/"CustomerErasureCompleted"/g)).toHaveLength(1);
  await until(`no file tells ${secret}`, async () => telling(secret).length === 0);
};

it('ends as if nothing had happened when the server is killed between the steps of an erasure', async () => {
  await start();
  for (const [round, delay] of [0, 8, 40].entries()) {
    const [id, secret] = [`c${round}`, `${SECRET}-${round}-`];
    await addCustomer(id, secret);
    const answered = post(`/customers/${id}/erase`, {}).then(
      ({ status }) => status,
      () => 'no answer',
    );
    await sleep(delay);
    await kill();
    const outcome = await answered;
    await start();
    // Killed before it was decided there is nothing to end, and a client asks again.
    const isDecided = (await eventsOf(id)).includes('"CustomerErased"');
    expect(isDecided || outcome !== 200).toBe(true);
    if (!isDecided) expect((await post(`/customers/${id}/erase`, {})).status).toBe(200);
    await completes(id, secret);
  }
}, 180_000);

it('ends by itself when the server is killed right behind the event', async () => {
  const secret = `${SECRET}-behind-`;
  await start();
  await addCustomer('behind', secret);
  await kill();
  const platform = await openPlatform(readSettings({ ANNALS_DATA_DIR: directory }), () => undefined);
  const context = contextOf({ id: 'admin', role: 'admin' }, new Date().toISOString());
  const erased = { type: 'CustomerErased', data: { customerId: 'behind', reason: null } } as const;
  expect(await platform.runner.change(customerDecider, 'behind', context, () => [erased])).toMatchObject({
    appended: 1,
  });
  await platform.close();
  await start();
  await completes('behind', secret);
}, 60_000);
