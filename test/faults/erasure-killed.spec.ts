import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { afterAll, expect, it } from 'vitest';

const main = fileURLToPath(new URL('../../apps/cli/src/main.js', import.meta.url));
const directory = mkdtempSync(join(tmpdir(), 'annals-killed-erasure-'));
const TOKEN = 'a-token-for-the-tests';
/** Nowhere else in the world. */
const SECRET = 'Querbaumwolle';

let server: ChildProcess | null = null;
let url = '';

const start = (): Promise<void> =>
  new Promise((resolve, reject) => {
    const { MONGODB_URI: _mongo, REDIS_URL: _redis, ANNALS_EVENT_STORE: _store, ...rest } = process.env;
    const child = spawn(process.execPath, [main, 'start'], {
      env: { ...rest, ANNALS_DATA_DIR: directory, ANNALS_ADMIN_TOKEN: TOKEN, ANNALS_PORT: '0' },
      stdio: ['ignore', 'pipe', 'ignore'],
    });
    child.once('exit', (code) => reject(new Error(`The server ended with ${code}`)));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const ready = /^annals ready (.+)$/.exec(line)?.[1];
      if (ready === undefined) return;
      url = `${ready}/api`;
      resolve();
    });
    server = child;
  });

const kill = async (): Promise<void> => {
  const ended = new Promise((resolve) => server?.once('exit', resolve));
  server?.kill('SIGKILL');
  await ended;
  server = null;
};

afterAll(async () => {
  if (server) await kill();
  rmSync(directory, { recursive: true });
});

const authorization = `Bearer ${TOKEN}`;
const post = (path: string, body: object): Promise<Response> =>
  fetch(`${url}${path}`, {
    method: 'POST',
    body: JSON.stringify(body),
    headers: { authorization, 'content-type': 'application/json' },
  });

const eventsOf = async (id: string): Promise<string> =>
  (await fetch(`${url}/customers/${id}/events`, { headers: { authorization } })).text();

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
