import { type ChildProcess, spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { MongoClient } from 'mongodb';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';

const { MONGODB_URI, REDIS_URL } = process.env;
const main = fileURLToPath(new URL('../../apps/cli/src/main.js', import.meta.url));
const TOKEN = 'three-processes-token';
const database = `annals_${randomUUID().replaceAll('-', '')}`;

/** The URI with our own database in it. */
const mongodbUri = (): string => {
  const uri = new URL(MONGODB_URI ?? '');
  uri.pathname = `/${database}`;
  return uri.href;
};

describe.skipIf(!MONGODB_URI || !REDIS_URL)('API, projector and worker as processes of their own', () => {
  const double = new EventStoreDbDouble();
  const dataDir = mkdtempSync(join(tmpdir(), 'annals-three-'));
  const running: ChildProcess[] = [];
  let api = '';

  /** Starts one part; gives what it says behind `annals ready`. */
  const startPart = async (part: string): Promise<string> => {
    const child = spawn(process.execPath, [main, 'start', '--only', part], {
      env: {
        ...process.env,
        ANNALS_EVENT_STORE: double.connectionString,
        MONGODB_URI: mongodbUri(),
        REDIS_URL: `${REDIS_URL}/11`,
        ANNALS_DATA_DIR: dataDir,
        ANNALS_ADMIN_TOKEN: TOKEN,
        ANNALS_PORT: '0',
      },
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    running.push(child);
    return new Promise((resolve, reject) => {
      child.on('exit', (code) => reject(new Error(`${part} ended with ${code}`)));
      createInterface({ input: child.stdout }).on('line', (line) => {
        const ready = /^annals ready (.+)$/.exec(line)?.[1];
        if (ready !== undefined) resolve(ready);
      });
    });
  };

  const call = async (method: string, path: string, body?: object) => {
    const headers = { authorization: `Bearer ${TOKEN}`, 'content-type': 'application/json' };
    const response = await fetch(`${api}/api/${path}`, {
      method,
      headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    return { status: response.status, body: (await response.json()) as Record<string, never> };
  };
  const write = async (path: string, body: object): Promise<string> => {
    const answer = await call('POST', path, body);
    expect(answer).toMatchObject({ status: expect.toBeOneOf([200, 201]) });
    return answer.body.position ?? '';
  };

  beforeAll(async () => {
    await double.start();
    [api = ''] = await Promise.all(['api', 'projector', 'worker'].map(startPart));
  });

  afterAll(async () => {
    const ended = running.map((child) => new Promise((resolve) => child.once('exit', resolve)));
    for (const child of running) child.kill('SIGTERM');
    await Promise.race([Promise.all(ended), sleep(10_000)]);
    for (const child of running) child.kill('SIGKILL');
    double.stop();
    rmSync(dataDir, { recursive: true, force: true });
    const client = await MongoClient.connect(MONGODB_URI ?? '');
    await client.db(database).dropDatabase();
    await client.close();
  });

  it('share one truth: a write through the API shows in the read models that the projector writes', async () => {
    const stages = [{ id: 'new', name: 'New', probability: 0.5, forecastCategory: 'pipeline' }];
    await write('processes', { id: 'standard', name: 'Standard', stages });
    await write('teams', { id: 'east', name: 'East' });
    for (const id of ['ann', 'bob']) {
      await write('reps', { id, name: id, email: `${id}@example.com`, teamId: 'east', role: 'rep' });
    }
    await write('customers', { id: 'acme', name: 'Acme', ownerId: 'ann' });
    const amount = { amount: 100_000, currency: 'USD' };
    const position = await write('deals', { id: 'd1', name: 'Rollout', customerId: 'acme', ownerId: 'ann', amount });
    const board = await call('GET', `pipelines/standard?after=${position}`);
    expect(board.body).toMatchObject({ total: { deals: 1, amount, weighted: { amount: 50_000, currency: 'USD' } } });
  });

  it('hand a leaver over by a job of the worker', async () => {
    await write('reps/ann/depart', { on: '2020-01-01', successors: [{ ownerId: 'bob' }] });
    const handedOver = async () => (await call('GET', 'reps/ann/departure')).body.handedOver;
    await expect.poll(handedOver, { timeout: 20_000, interval: 200 }).toEqual({ customers: 1, deals: 1, tasks: 0 });
    expect((await call('GET', 'deals/d1')).body).toMatchObject({ ownerId: 'bob' });
  });

  it('go on after the projector was killed', async () => {
    const projector = running[1];
    const ended = new Promise((resolve) => projector?.once('exit', resolve));
    projector?.removeAllListeners('exit');
    projector?.kill('SIGKILL');
    await Promise.race([ended, sleep(2_000)]);
    const amount = { amount: 5_000, currency: 'USD' };
    const position = await write('deals', { id: 'd2', name: 'More', customerId: 'acme', ownerId: 'bob', amount });
    await startPart('projector');
    const deals = async () => (await call('GET', `deals/d2?after=${position}`)).status;
    // The lease of the killed one has to run out first.
    await expect.poll(deals, { timeout: 40_000, interval: 500 }).toBe(200);
  }, 60_000);
});
