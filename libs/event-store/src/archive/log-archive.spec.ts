import { fork } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { copyFileSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { appendBehind, newEvent } from '#test/contract/event-store.fixtures.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import { openEmbeddedEventStore } from '../embedded/embedded-event-store.js';
import { openEmbeddedLogRestore } from '../embedded/embedded-log-restore.js';
import type { EventStore, StoredEvent } from '../event-store.js';
import { EventStoreLocked } from '../event-store.js';
import { openEventStoreDb } from '../eventstoredb/eventstoredb-event-store.js';
import { eventStoreDbLogRestore } from '../eventstoredb/eventstoredb-log-restore.js';
import { ArchiveDamaged, ArchiveRefused, parseUntil, type Until } from './archive-format.js';
import { type ExportOptions, exportLog } from './export-log.js';
import { type ImportedLog, importLog } from './import-log.js';
import { checkArchive } from './read-archive.js';

const IMPORTER = fileURLToPath(new URL('../../../../test/faults/import-until-killed.js', import.meta.url));
const NOW = '2026-03-01T12:00:00.000Z';

let directory: string;
let double: EventStoreDbDouble | null = null;
beforeEach(() => {
  directory = mkdtempSync(join(tmpdir(), 'annals-archive-'));
});
afterEach(() => {
  double?.stop();
  double = null;
  rmSync(directory, { recursive: true, force: true });
});

const path = (name: string): string => join(directory, name);

/** Opens the embedded log of that name for one use. */
const embedded = async <T>(name: string, use: (store: EventStore) => Promise<T>, now?: () => number): Promise<T> => {
  const store = await openEmbeddedEventStore({ directory: path(name), ...(now ? { now } : {}) });
  return use(store).finally(() => store.close());
};

const onDouble = async <T>(use: (store: EventStore) => Promise<T>): Promise<T> => {
  if (!double) {
    double = new EventStoreDbDouble();
    await double.start();
  }
  const store = await openEventStoreDb({ connectionString: double.connectionString });
  return use(store).finally(() => store.close());
};

const wholeLog = async (store: EventStore): Promise<readonly StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for (;;) {
    const last = all.at(-1);
    const page = await store.readAll({ limit: 1_000, ...(last ? { after: last.position } : {}) });
    if (page.length === 0) return all;
    all.push(...page);
  }
};
const logOf = (name: string) => embedded(name, wholeLog);

type Appends = readonly Readonly<{ stream: number; count: number; text: string }>[];
const append = async (store: EventStore, appends: Appends): Promise<void> => {
  for (const { stream, count, text } of appends) {
    const events = Array.from({ length: count }, (_, n) => newEvent('note-taken.v1', { n, text, deep: [{ text }] }));
    await appendBehind(store, `note-${stream}`, events);
  }
};
const some = (count: number): Appends =>
  Array.from({ length: count }, (_, n) => ({ stream: n % 7, count: 1 + (n % 3), text: `text ${n}` }));

type Extent = Readonly<{ after?: bigint; until?: Until }>;
const exportTo = (file: string, store: EventStore, kind: ExportOptions['store'] = 'embedded', extent: Extent = {}) =>
  exportLog(store, path(file), { store: kind, annals: '0.1.0', now: NOW, ...extent });
const exported = (name: string, file: string, extent: Extent = {}) =>
  embedded(name, (store) => exportTo(file, store, 'embedded', extent));
const imported = (file: string, name: string, until?: Until): Promise<ImportedLog> =>
  importLog(path(file), {
    openRestore: ({ store }) => openEmbeddedLogRestore({ directory: path(name), keepPositions: store === 'embedded' }),
    ...(until ? { until } : {}),
  });
const importedToDouble = (file: string) =>
  importLog(path(file), {
    openRestore: async () => {
      if (!double) throw new Error('There is no double');
      return eventStoreDbLogRestore(await openEventStoreDb({ connectionString: double.connectionString }));
    },
  });
/** Kills the import so many milliseconds after it began to write, unless it has ended by then. */
const importUntilKilled = (file: string, name: string, delay: number): Promise<'ended' | 'killed'> => {
  const child = fork(IMPORTER, [path(file), path(name)], { stdio: ['ignore', 'pipe', 'inherit', 'ipc'] });
  child.stdout?.once('data', () => setTimeout(() => child.kill('SIGKILL'), delay));
  return new Promise((resolve) => child.once('close', () => resolve(child.signalCode === null ? 'ended' : 'killed')));
};
const until = (text: string): Until => {
  const parsed = parseUntil(text);
  if (!parsed) throw new Error(`${text} is neither a position nor an instant`);
  return parsed;
};
const withoutPositions = (events: readonly StoredEvent[]) => events.map(({ position, ...event }) => event);

const appends = fc.array(
  fc.record({ stream: fc.nat(5), count: fc.integer({ min: 1, max: 4 }), text: fc.string({ unit: 'binary' }) }),
  { maxLength: 25 },
);

describe('An exported log', () => {
  it('is the same log when it is imported into an empty embedded one', async () => {
    let run = 0;
    await fc.assert(
      fc.asyncProperty(
        appends,
        fc.array(fc.integer({ min: -5_000, max: 50_000 }), { minLength: 1 }),
        async (made, steps) => {
          run += 1;
          let now = Date.parse(NOW);
          let step = 0;
          const clock = () => (now += steps[step++ % steps.length] ?? 0);
          await embedded(`from-${run}`, (store) => append(store, made), clock);
          await exported(`from-${run}`, `${run}.log`);
          await imported(`${run}.log`, `to-${run}`);
          const [from, to] = [await logOf(`from-${run}`), await logOf(`to-${run}`)];
          expect(to).toEqual(from);
          const ids = [`from-${run}`, `to-${run}`].map((name) => embedded(name, (store) => store.logId()));
          expect(await ids[1]).toBe(await ids[0]);
        },
      ),
      { numRuns: 12 },
    );
  });

  it('keeps streams, ids, revisions, times and order on the way to a server and back', async () => {
    await embedded(
      'from',
      (store) => append(store, some(60)),
      () => Date.parse(NOW),
    );
    await exported('from', 'there.log');
    await onDouble(async () => undefined);
    expect(await importedToDouble('there.log')).toMatchObject({ written: 120, present: 0 });
    expect(withoutPositions(await onDouble(wholeLog))).toEqual(withoutPositions(await logOf('from')));
    await onDouble((store) => exportTo('back.log', store, 'eventstoredb'));
    await imported('back.log', 'to');
    expect(await logOf('to')).toEqual(await logOf('from'));
    expect(await importedToDouble('there.log')).toMatchObject({ written: 0, present: 120 });
  });

  it('can be appended to after the import as the original could', async () => {
    await embedded('from', (store) => append(store, some(10)));
    await exported('from', 'a.log');
    await imported('a.log', 'to');
    await embedded('to', async (store) => {
      const [first] = await store.readStream('note-0');
      const { id, type, data, metadata } = first as StoredEvent;
      expect(await store.append('note-0', 'no_stream', [{ id, type, data, metadata }])).toMatchObject({ revision: 0n });
      const before = await store.readStream('note-0');
      const { revision } = await appendBehind(store, 'note-0', [newEvent()]);
      expect(revision).toBe(BigInt(before.length));
    });
  });

  it('is continued by later archives, in their order only', async () => {
    await embedded('from', (store) => append(store, some(20)));
    const first = await exported('from', '1.log');
    await embedded('from', (store) => append(store, some(15)));
    const second = await exported('from', '2.log', { after: BigInt(first.last?.position ?? -1) });
    await embedded('from', (store) => append(store, some(5)));
    await exported('from', '3.log', { after: BigInt(second.last?.position ?? -1) });
    await expect(imported('2.log', 'to')).rejects.toThrow(/but the log is empty.*one after the other/);
    await imported('1.log', 'to');
    await expect(imported('3.log', 'to')).rejects.toThrow(ArchiveRefused);
    await imported('2.log', 'to');
    await expect(imported('1.log', 'to')).rejects.toThrow(/where the archive has ended/);
    await imported('3.log', 'to');
    expect(await imported('3.log', 'to')).toMatchObject({ written: 0 });
    expect(await logOf('to')).toEqual(await logOf('from'));
  });

  it('continues on a server too', async () => {
    await embedded('from', (store) => append(store, some(8)));
    const { last } = await exported('from', '1.log');
    await embedded('from', (store) => append(store, some(4)));
    await exported('from', '2.log', { after: BigInt(last?.position ?? -1) });
    await onDouble(async () => undefined);
    await expect(importedToDouble('2.log')).rejects.toThrow(ArchiveRefused);
    await importedToDouble('1.log');
    await importedToDouble('2.log');
    expect(withoutPositions(await onDouble(wholeLog))).toEqual(withoutPositions(await logOf('from')));
  });

  it('restores to a point in time, and to a position', async () => {
    let now = Date.parse(NOW);
    await embedded(
      'from',
      (store) => append(store, some(20)),
      () => (now += 1_000),
    );
    const whole = await logOf('from');
    const instant = whole[17]?.recordedAt ?? '';
    await exported('from', 'whole.log');
    await imported('whole.log', 'at-instant', until(instant));
    expect(await logOf('at-instant')).toEqual(whole.filter(({ recordedAt }) => recordedAt <= instant));
    await imported('whole.log', 'at-position', until('12'));
    expect(await logOf('at-position')).toEqual(whole.slice(0, 12));
    await exported('from', 'part.log', { until: until('12') });
    await imported('part.log', 'of-part');
    expect(await logOf('of-part')).toEqual(whole.slice(0, 12));
    const ids = new Set<string | null>();
    for (const name of ['from', 'at-instant', 'at-position']) ids.add(await embedded(name, (store) => store.logId()));
    expect(ids.size).toBe(3);
  });

  it('is imported to the end after kills in the middle, and no half of it can be used', async () => {
    await embedded('from', async (store) => {
      const events = (n: number) =>
        Array.from({ length: 100 }, () => newEvent('note-taken.v1', { n, text: 'x'.repeat(200) }));
      await Promise.all(Array.from({ length: 600 }, (_, n) => store.append(`note-${n}`, 'no_stream', events(n))));
    });
    await exported('from', 'a.log');
    let broken = 0;
    for (let round = 0; broken < 6; round += 1) {
      if ((await importUntilKilled('a.log', 'to', round * 4)) === 'ended') break;
      const refusal = await logOf('to').then(
        () => null,
        (error: Error) => error.message,
      );
      // The kill may have come when all was done.
      if (refusal === null) break;
      broken += 1;
      expect(refusal).toMatch(/a\.log into it did not end/);
    }
    expect(broken).toBeGreaterThan(0);
    await imported('a.log', 'to');
    expect(await logOf('to')).toEqual(await logOf('from'));
  }, 60_000);

  it('is not imported over another log, nor beside a process that has it open', async () => {
    await embedded('from', (store) => append(store, some(5)));
    await exported('from', 'a.log');
    await embedded('other', (store) => append(store, some(2)));
    const before = await logOf('other');
    await expect(imported('a.log', 'other')).rejects.toThrow(/not empty and holds something else/);
    expect(await logOf('other')).toEqual(before);
    await embedded('to', async () => {
      await expect(imported('a.log', 'to')).rejects.toThrow(EventStoreLocked);
    });
  });

  it('is never overwritten, and leaves nothing behind when it fails', async () => {
    await embedded('from', (store) => append(store, some(5)));
    await exported('from', 'a.log');
    await expect(exported('from', 'a.log')).rejects.toThrow(/exists already/);
    await expect(exported('from', 'b.log', { after: 999n })).rejects.toThrow(/no event at position 999/);
    expect(readdirSync(directory).sort()).toEqual(['a.log', 'from']);
  });

  it('shows damage at any byte, before anything is written', async () => {
    await embedded('from', async (store) => {
      const events = Array.from({ length: 2_500 }, (_, n) => newEvent('note-taken.v1', { n, text: randomUUID() }));
      await appendBehind(store, 'note-1', events);
    });
    await exported('from', 'a.log');
    const whole = readFileSync(path('a.log'));
    await fc.assert(
      fc.asyncProperty(
        fc.nat(whole.length - 1),
        fc.nat(7),
        fc.constantFrom('flip', 'cut', 'append'),
        async (at, bit, kind) => {
          const bytes = Buffer.from(kind === 'cut' ? whole.subarray(0, at) : whole);
          if (kind === 'flip') bytes[at] = (bytes[at] ?? 0) ^ (1 << bit);
          writeFileSync(path('b.log'), kind === 'append' ? Buffer.concat([bytes, Buffer.from([at % 256])]) : bytes);
          const error = await checkArchive(path('b.log')).then(
            () => null,
            (reason: Error) => reason,
          );
          expect([ArchiveDamaged, ArchiveRefused], String(error)).toContain(error?.constructor);
        },
      ),
      {
        numRuns: 120,
        examples: [
          [whole.length - 1, 0, 'flip'],
          [whole.length - 1, 7, 'flip'],
          [whole.length - 1, 0, 'cut'],
        ],
      },
    );
    copyFileSync(path('a.log'), path('c.log'));
    const bytes = readFileSync(path('c.log'));
    const middle = Math.floor(bytes.length / 2);
    bytes[middle] = (bytes[middle] ?? 0) ^ 4;
    writeFileSync(path('c.log'), bytes);
    await expect(imported('c.log', 'to')).rejects.toThrow(/damaged.*line \d+/);
    expect(readdirSync(directory)).not.toContain('to');
  });

  it('of another version of the format is refused', async () => {
    writeFileSync(path('a.log'), '{"format":"annals-log","version":2,"compression":"brotli"}\n');
    await expect(imported('a.log', 'to')).rejects.toThrow(
      /format version 2 \(brotli\); this version of Annals reads 1/,
    );
    writeFileSync(path('b.log'), 'deal_id,occurred_at\n');
    await expect(imported('b.log', 'to')).rejects.toThrow(/no export of a log/);
  });
});
