import { closeSync, fdatasyncSync, mkdtempSync, openSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from '@photostructure/sqlite';
import { v7 as uuidv7 } from 'uuid';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import { LOG_FILE } from '#event-store/embedded/log-view.js';
import type { NewEvent } from '#event-store/event-store.js';
import { type Effort, interleaved, type Measured, median, perSecond } from './rounds.js';

export type AppendResults = Readonly<{ inFlight: number; batch: number; measured: readonly Measured[] }>;

/** An event as an advance of a deal is stored: about 500 bytes. */
const anEvent = (): NewEvent => {
  const commandId = uuidv7();
  return {
    id: uuidv7(),
    type: 'deal-advanced.v1',
    data: { dealId: 'deal-4711', customerId: 'selugard-power-4', from: 'discovery', to: 'proposal', fields: {} },
    metadata: { commandId, at: '2026-03-01T09:30:00.000Z', by: 'ann', source: 'api', correlationId: commandId },
  };
};

/** Durable appends of one event: through the port, by the bare engine with as many in a transaction, to a bare file. */
export const benchAppends = async ({ rounds, seconds: perRound }: Effort): Promise<readonly AppendResults[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-log-'));
  const seconds = perRound / 3;
  const store = await openEmbeddedEventStore({ directory: join(folder, 'port') });
  const raw = bareEngine(join(folder, 'raw.sqlite'));
  const file = openSync(join(folder, 'bare'), 'a');
  const results: AppendResults[] = [];
  let isWarm = false;
  try {
    for (const inFlight of [1, 32, 256]) {
      const batches: number[] = [];
      let batch = 1;
      let run = 0;
      const port = async (): Promise<number> => {
        run += 1;
        const before = store.metrics();
        const began = performance.now();
        const writers = Array.from({ length: inFlight }, async (_, writer) => {
          const stream = `deal-${inFlight}-${run}-${writer}`;
          let written = 0;
          while (performance.now() - began < seconds * 1000) {
            await store.append(stream, written === 0 ? 'no_stream' : BigInt(written - 1), [anEvent()]);
            written += 1;
          }
          return written;
        });
        const written = (await Promise.all(writers)).reduce((a, b) => a + b, 0);
        const took = performance.now() - began;
        const after = store.metrics();
        batch = Math.max(1, Math.round((after.appends - before.appends) / (after.commits - before.commits)));
        batches.push(batch);
        return (written * 1000) / took;
      };
      const bytes = Buffer.from(`${JSON.stringify(anEvent())}\n`);
      const engine = (): Promise<number> => perSecond(seconds, () => raw.append(batch, inFlight));
      // Until the write-ahead log is written over for the first time, each flush also makes the file longer: twice as slow.
      for (const path of isWarm ? [] : [join(folder, 'port', LOG_FILE), join(folder, 'raw.sqlite')]) {
        while (!hasGrown(path)) await (path.endsWith('raw.sqlite') ? engine() : port());
      }
      isWarm = true;
      const measured = await interleaved(rounds * 3, [
        { name: 'port', run: port },
        { name: 'engine', run: engine },
        {
          name: 'file',
          run: () =>
            perSecond(seconds, () => {
              writeSync(file, Buffer.concat(Array.from({ length: batch }, () => bytes)));
              fdatasyncSync(file);
              return batch;
            }),
        },
      ]);
      results.push({ inFlight, batch: median(batches), measured });
    }
  } finally {
    closeSync(file);
    raw.close();
    await store.close();
    rmSync(folder, { recursive: true });
  }
  return results;
};

/** Whether the write-ahead log was moved into the file once, and is written over from now on. */
const hasGrown = (path: string): boolean => statSync(path).size > 10_000_000;

/** Reading a log of `count` events: through the port, and as rows with their JSON parsed. */
export const benchReads = async ({ rounds }: Effort, count: number): Promise<readonly Measured[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-read-'));
  const store = await openEmbeddedEventStore({ directory: folder });
  try {
    for (let written = 0; written < count; written += 1_000) {
      await store.append(`deal-${written}`, 'no_stream', Array.from({ length: 1_000 }, anEvent));
    }
    const bare = new DatabaseSync(join(folder, 'events.sqlite'), { readOnly: true });
    bare.exec('PRAGMA cache_size = -65536');
    const page = bare.prepare('SELECT * FROM events WHERE position > ? ORDER BY position LIMIT 1000');
    page.setReturnArrays(true);
    const readBare = (): number => {
      let read = 0;
      for (let after = 0; ; ) {
        const rows = page.all(after) as unknown as [number, ...string[]][];
        const last = rows.at(-1);
        if (!last) return read;
        for (const row of rows) {
          JSON.parse(row[7] as string);
          JSON.parse(row[8] as string);
        }
        read += rows.length;
        after = last[0];
      }
    };
    const readPort = async (): Promise<number> => {
      let read = 0;
      for (let after = 0n; ; ) {
        const events = await store.readAll({ after, limit: 1_000 });
        const last = events.at(-1);
        if (!last) return read;
        read += events.length;
        after = last.position;
      }
    };
    try {
      return await interleaved(rounds, [
        { name: 'port', run: () => perSecond(0.1, readPort) },
        { name: 'bare', run: () => perSecond(0.1, readBare) },
      ]);
    } finally {
      bare.close();
    }
  } finally {
    await store.close();
    rmSync(folder, { recursive: true });
  }
};

/** The same tables, settings and statements as the log has, without what makes it a store. */
const bareEngine = (path: string) => {
  const database = new DatabaseSync(path, { timeout: 5_000 });
  database.exec(`
    PRAGMA journal_mode = WAL; PRAGMA synchronous = FULL; PRAGMA wal_autocheckpoint = 16384; PRAGMA cache_size = -65536;
    CREATE TABLE events (position INTEGER PRIMARY KEY, stream TEXT NOT NULL, revision INTEGER NOT NULL, previous INTEGER,
      id TEXT NOT NULL, type TEXT NOT NULL, recorded_at INTEGER NOT NULL, data TEXT NOT NULL, metadata TEXT NOT NULL) STRICT;
    CREATE TABLE streams (name TEXT PRIMARY KEY, revision INTEGER NOT NULL, last INTEGER NOT NULL) STRICT, WITHOUT ROWID;
  `);
  const find = database.prepare('SELECT revision, last FROM streams WHERE name = ?');
  const insert = database.prepare('INSERT INTO events VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)');
  const move = database.prepare(
    'INSERT INTO streams VALUES (?, ?, ?) ON CONFLICT (name) DO UPDATE SET revision = excluded.revision, last = excluded.last',
  );
  let position = 0;
  let turn = 0;
  return {
    /** One transaction of so many events, each on the next of `streams` streams. */
    append: (count: number, streams: number): number => {
      database.exec('BEGIN IMMEDIATE');
      for (let index = 0; index < count; index += 1) {
        const { id, type, data, metadata } = anEvent();
        turn += 1;
        const stream = `deal-${streams}-${turn % streams}`;
        const end = find.get(stream) as { revision: number; last: number } | undefined;
        const revision = (end?.revision ?? -1) + 1;
        position += 1;
        const [text, about] = [JSON.stringify(data), JSON.stringify(metadata)];
        insert.run(position, stream, revision, end?.last ?? null, id, type, Date.now(), text, about);
        move.run(stream, revision, position);
      }
      database.exec('COMMIT');
      return count;
    },
    close: () => database.close(),
  };
};
