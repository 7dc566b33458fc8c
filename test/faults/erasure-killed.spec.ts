import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, expect, it } from 'vitest';
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

afterAll(async () => {
  await kill();
  rmSync(directory, { recursive: true });
});

const urlOf = (path: string): string => `http://127.0.0.1:${server?.port}/api${path}`;
const authorization = `Bearer ${TOKEN}`;
const post = (path: string, body: object): Promise<Response> =>
  fetch(urlOf(path), {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization, 'content-type': 'application/json' },
  });

const eventsOf = async (id: string): Promise<string> =>
  (await fetch(urlOf(`/customers/${id}/events`), { headers: { authorization } })).text();

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

it('ends as if nothing had happened when the server is killed between the steps of an erasure', async () => {
  await start();
  for (const [round, delay] of [0, 8, 40].entries()) {
    const [id, secret] = [`c${round}`, `${SECRET}-${round}-`];
    expect((await post('/customers', { id, name: secret, contacts: [{ name: secret }] })).status).toBe(201);
    await until('the customer is read', async () => (await eventsOf(id)).includes(secret));
    const answered = post(`/customers/${id}/erase`, {}).then(
      ({ status }) => status,
      () => 'no answer',
    );
    await sleep(delay);
    await kill();
    const outcome = await answered;
    await start();
    // What was answered comes to its end by itself; else it is asked for again, as a client does.
    if (outcome !== 200) expect((await post(`/customers/${id}/erase`, {})).status).toBe(200);
    await until('the erasure is completed', async () => (await eventsOf(id)).includes('CustomerErasureCompleted'));
    const events = await eventsOf(id);
    expect(events.match(/"CustomerErased"/g)).toHaveLength(1);
    expect(events.match(/"CustomerErasureCompleted"/g)).toHaveLength(1);
    await until(`no file tells ${secret}`, async () => telling(secret).length === 0);
  }
}, 180_000);
