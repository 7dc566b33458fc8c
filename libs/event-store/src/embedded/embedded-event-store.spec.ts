import { fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { eventStoreContract } from '#test/contract/event-store.contract.js';
import { appendBehind, newEvent, newEvents } from '#test/contract/event-store.fixtures.js';
import { EventStoreLocked, EventStoreUnavailable, type StoredEvent } from '../event-store.js';
import {
  type EmbeddedEventStore,
  type EmbeddedEventStoreOptions,
  openEmbeddedEventStore,
} from './embedded-event-store.js';

const APPENDER = fileURLToPath(new URL('../../../../test/faults/append-until-killed.js', import.meta.url));

let directory: string;
let opened: EmbeddedEventStore[] = [];
const open = async (options: Partial<EmbeddedEventStoreOptions> = {}): Promise<EmbeddedEventStore> => {
  const store = await openEmbeddedEventStore({ directory, ...options });
  opened.push(store);
  return store;
};
const makeDirectory = (): void => {
  directory = mkdtempSync(join(tmpdir(), 'annals-log-'));
};
const dispose = async (): Promise<void> => {
  await Promise.all(opened.map((store) => store.close()));
  opened = [];
  rmSync(directory, { recursive: true, force: true });
};

eventStoreContract('The embedded log', {
  open: () => {
    makeDirectory();
    return open();
  },
  reopen: () => open(),
  dispose,
});

describe('The embedded log', () => {
  beforeEach(makeDirectory);
  afterEach(dispose);

  it('keeps every acknowledged append when its process is killed', async () => {
    let acknowledged = 0;
    for (let round = 0; round < 10; round += 1) {
      const child = fork(APPENDER, [directory], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
      let output = '';
      await new Promise<void>((resolve) => {
        child.stdout?.on('data', (chunk: Buffer) => {
          output += chunk;
          if (output.length > 2_000) setTimeout(() => child.kill('SIGKILL'), round * 7);
        });
        child.on('close', () => resolve());
      });
      expect(child.signalCode).toBe('SIGKILL');
      const lines = output.slice(0, output.lastIndexOf('\n')).split('\n');
      acknowledged += lines.length;
      const store = await open();
      for (const line of lines) {
        const [stream, revision, position, id] = line.split(' ') as [string, string, string, string];
        const [event] = await store.readStream(stream, { from: BigInt(revision), limit: 1 });
        expect([event?.id, event?.position]).toEqual([id, BigInt(position)]);
      }
      await store.close();
    }
    expect(acknowledged).toBeGreaterThan(200);
  });

  it('lets its process exit cleanly in the middle of appends', async () => {
    for (let round = 0; round < 8; round += 1) {
      const child = fork(APPENDER, [directory, String(20 + round * 7)], { stdio: 'ignore' });
      const end = await new Promise<unknown[]>((resolve) =>
        child.on('close', (...codeAndSignal) => resolve(codeAndSignal)),
      );
      expect(end).toEqual([0, null]);
    }
    expect(await (await open()).head()).toBeGreaterThan(0n);
  });

  it('belongs to one process, and names it to the others', async () => {
    const child = fork(APPENDER, [directory], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
    await new Promise((resolve) => child.stdout?.once('data', resolve));
    const refusal = await open().catch((error: unknown) => error);
    expect(refusal).toBeInstanceOf(EventStoreLocked);
    expect(refusal).toMatchObject({
      directory,
      pid: child.pid,
      message: expect.stringContaining(`process ${child.pid}`),
    });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('close', resolve));
    expect(await (await open()).head()).toBeGreaterThan(0n);
  });

  it('belongs to one store of a process, until that is closed', async () => {
    const store = await open();
    await expect(open()).rejects.toThrow(EventStoreLocked);
    expect((await store.append('deal-1', 'no_stream', newEvents(1))).revision).toBe(0n);
    await store.close();
    expect(existsSync(join(directory, 'lock.json'))).toBe(false);
    expect(await (await open()).readStream('deal-1')).toHaveLength(1);
  });

  it('is locked and given back also where its holder cannot be written down, as on a full disk', async () => {
    mkdirSync(join(directory, 'lock.json'));
    const store = await open();
    await expect(open()).rejects.toThrow(EventStoreLocked);
    await store.append('deal-1', 'no_stream', newEvents(1));
    await store.close();
    expect(await (await open()).readStream('deal-1')).toHaveLength(1);
  });

  it('never records an event earlier than the one before it, even when the clock goes backwards', async () => {
    let now = Date.parse('2026-03-01T12:00:00.000Z');
    const store = await open({ now: () => now });
    await appendBehind(store, 'deal-1', newEvents(1));
    now -= 3_600_000;
    await appendBehind(store, 'deal-2', newEvents(1));
    await store.close();
    const again = await open({ now: () => now });
    await appendBehind(again, 'deal-1', newEvents(1));
    now += 7_200_000;
    await appendBehind(again, 'deal-1', newEvents(1));
    const recorded = (await again.readAll({ limit: 10 })).map(({ recordedAt }) => recordedAt);
    expect(recorded).toEqual([
      ...Array.from({ length: 3 }, () => '2026-03-01T12:00:00.000Z'),
      '2026-03-01T13:00:00.000Z',
    ]);
  });

  it('commits concurrent appends together, and a lone one at once', async () => {
    const store = await open();
    await appendBehind(store, 'deal-0', newEvents(1));
    expect(store.metrics()).toEqual({ appends: 1, commits: 1 });
    await Promise.all(Array.from({ length: 256 }, (_, n) => appendBehind(store, `deal-${n}`, newEvents(1))));
    expect(store.metrics().appends).toBe(257);
    expect(store.metrics().commits).toBeLessThan(10);
  });

  it('says that it is full, loses nothing, and goes on with what fits and when there is space again', async () => {
    const store = await open({ maxBytes: 2_000_000 });
    const large = () => newEvent('note-taken.v1', { text: 'x'.repeat(300_000) });
    const outcomes = await Promise.allSettled(
      Array.from({ length: 12 }, (_, n) => appendBehind(store, `note-${n}`, [large()])),
    );
    const refused = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
    expect(refused.length).toBeGreaterThan(0);
    for (const reason of refused) {
      expect(reason).toBeInstanceOf(EventStoreUnavailable);
      expect(reason.message).toContain('full');
    }
    const kept = outcomes.flatMap(({ status }, n) => (status === 'fulfilled' ? [`note-${n}`] : []));
    expect(kept.length).toBeGreaterThan(0);
    await store.append('small-1', 'no_stream', newEvents(1));
    expect((await store.readAll({ limit: 100 })).map(({ stream }) => stream)).toEqual([...kept, 'small-1']);
    await store.close();
    const roomier = await open();
    await appendBehind(roomier, 'note-12', [large()]);
    expect((await roomier.readAll({ limit: 100 })).map(({ stream }) => stream)).toEqual([
      ...kept,
      'small-1',
      'note-12',
    ]);
  });

  it.each([
    ['data', 'no JSON', '{"text'],
    ['data', 'no object', '[1]'],
    ['metadata', 'no JSON', '{"by'],
  ])('marks an event whose %s is %s, and gives it in its place among the others', async (column, _, text) => {
    const store = await open();
    for (const stream of ['bad', 'good']) await store.append(stream, 'no_stream', newEvents(2));
    await store.close();
    const file = openDatabase(join(directory, 'events.sqlite'), 0);
    file.exec(`UPDATE events SET ${column} = '${text}' WHERE stream = 'bad' AND revision = 1`);
    closeDatabase(file);
    const again = await open();
    const marks = (events: readonly StoredEvent[]) => events.map(({ unreadable }) => unreadable);
    const marked = [undefined, 'is no JSON object'];
    const stream = await again.readStream('bad');
    expect(marks(stream)).toEqual(marked);
    expect(stream[1]).toMatchObject({ stream: 'bad', revision: 1n, position: 2n, [column]: {} });
    expect(marks(await again.readAll({ limit: 10 }))).toEqual([...marked, undefined, undefined]);
    for await (const page of again.subscribe({ signal: AbortSignal.timeout(5_000) })) {
      expect(marks(page.events)).toEqual([...marked, undefined, undefined]);
      break;
    }
    expect((await again.readText({ limit: 10 }))[1]?.[column as 'data']).toBe(text);
  });

  it('says why it cannot be opened', async () => {
    const file = join(directory, 'file');
    writeFileSync(file, 'text');
    await expect(openEmbeddedEventStore({ directory: file })).rejects.toThrow(EventStoreUnavailable);
    writeFileSync(join(directory, 'events.sqlite'), 'this is no database '.repeat(100));
    await expect(open()).rejects.toThrow(/not a database/);
    expect(readFileSync(file, 'utf8')).toBe('text');
  });

  it('refuses a log of another version', async () => {
    await (await open()).close();
    const database = openDatabase(join(directory, 'events.sqlite'), 0);
    database.exec('PRAGMA user_version = 7');
    closeDatabase(database);
    await expect(open()).rejects.toThrow(/schema version 7; this version of Annals knows 1/);
  });

  it('leaves everything in one file when it is closed, also after it was read', async () => {
    const store = await open();
    await appendBehind(store, 'deal-1', newEvents(10));
    expect(await store.readAll({ limit: 100 })).toHaveLength(10);
    await store.close();
    const writeAheadLog = statSync(join(directory, 'events.sqlite-wal'), { throwIfNoEntry: false });
    expect(writeAheadLog?.size ?? 0).toBe(0);
  });
});
