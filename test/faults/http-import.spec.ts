import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { FILE_NAMES } from '#interchange/import-folder.js';
import { CRM_SALES } from '../interchange/plain-crm-sales.js';
import { MAIN, type Server, started, stopped, TOKEN } from '../running-server.js';

const directory = mkdtempSync(join(tmpdir(), 'annals-killed-http-import-'));

let server: Server | null = null;

const start = async (): Promise<void> => {
  server = await started(MAIN, ['start'], directory);
};

const end = async (signal: 'SIGKILL' | 'SIGTERM'): Promise<void> => {
  if (server) await stopped(server.child, signal);
  server = null;
};

afterAll(async () => {
  await end('SIGKILL');
  rmSync(directory, { recursive: true });
});

type Status = Readonly<{
  state: string;
  progress: { done: number } | null;
  counts: Readonly<Record<string, number>> | null;
}>;

const urlOf = (path: string): string => `http://127.0.0.1:${server?.port}/api${path}`;
const authorization = `Bearer ${TOKEN}`;
const status = async (): Promise<Status> =>
  (await (await fetch(urlOf('/imports/big'), { headers: { authorization } })).json()) as Status;

const until = async (reached: (status: Status) => boolean): Promise<Status> => {
  for (;;) {
    const now = await status();
    if (reached(now)) return now;
    await sleep(50);
  }
};

const upload = async (): Promise<void> => {
  const form = new FormData();
  form.set('id', 'big');
  form.set('format', 'crm-sales');
  for (const name of FILE_NAMES['crm-sales']) {
    form.append('file', new Blob([readFileSync(join(CRM_SALES, name))]), name);
  }
  const uploaded = await fetch(urlOf('/imports'), { method: 'POST', body: form, headers: { authorization } });
  expect([uploaded.status, await uploaded.json()]).toEqual([201, expect.objectContaining({ rows: 8927 })]);
  const committed = await fetch(urlOf('/imports/big/commit'), { method: 'POST', headers: { authorization } });
  expect(committed.status).toBe(200);
};

const factsByType = async (): Promise<Record<string, number>> => {
  const events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  const facts: Record<string, number> = {};
  for (let after: bigint | undefined; ; ) {
    const page = await events.readAll({ limit: 5000, ...(after !== undefined && { after }) });
    for (const { type } of page) facts[type] = (facts[type] ?? 0) + 1;
    const last = page.at(-1);
    if (!last) break;
    after = last.position;
  }
  await events.close();
  return facts;
};

describe('a server that is killed in the middle of an import', { timeout: 240_000 }, () => {
  it('goes on with it when it starts again, and has every fact once', async () => {
    await start();
    await upload();
    for (const rows of [1_500, 5_000]) {
      await until(({ state, progress }) => state !== 'importing' || (progress?.done ?? 0) >= rows);
      expect((await status()).state).toBe('importing');
      await end('SIGKILL');
      await start();
    }
    const { state, counts } = await until((now) => now.state !== 'importing');
    expect([state, counts]).toEqual([
      'completed',
      {
        rows: 8927,
        accepted: expect.any(Number),
        unchanged: expect.any(Number),
        rejected: 0,
        repaired: 1492,
        events: expect.any(Number),
      },
    ]);
    expect((counts?.accepted ?? 0) + (counts?.unchanged ?? 0)).toBe(8927);
    // Most was there before the last run, which therefore had the rest to do.
    expect(counts?.unchanged).toBeGreaterThan(1_500);
    await end('SIGTERM');
    expect(await factsByType()).toMatchObject({
      'import-uploaded.v1': 1,
      'import-committed.v1': 1,
      'import-completed.v1': 1,
      'deal-opened.v1': 8800,
      'deal-won.v1': 4238,
      'deal-lost.v1': 2473,
      'customer-added.v1': 86,
      'rep-hired.v1': 35,
    });
  });
});
