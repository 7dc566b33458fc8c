import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync, type DatabaseSyncInstance } from '@photostructure/sqlite';
import { MongoClient } from 'mongodb';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { deciders, projections } from '#composition/catalogue.js';
import { eventSchemas } from '#composition/event-schemas.js';
import { makeDemo } from '#demo/make-demo.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { StoredEvent } from '#event-store/event-store.js';
import { instantOf } from '#kernel/instant.js';
import { Progress } from '#projections/progress.js';
import { type AnyProjection, checkpointName } from '#projections/projection.js';
import { Projector } from '#projections/projector.js';
import { documentsTable, quoted } from '#read-store/embedded/embedded-collection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { openMongoReadStore } from '#read-store/mongodb/mongo-read-store.js';
import type { AnyCollectionSpec, ReadStore } from '#read-store/read-store.js';
import { type Effort, interleaved, type Measured } from './rounds.js';

export type CatchUpResults = Readonly<{ store: string; events: number; measured: readonly Measured[] }>;

/** A document that a page of events leaves behind. */
type Left = Readonly<{ collection: AnyCollectionSpec; key: string; position: bigint; doc: object | null }>;

const PAGE = 1_000;
/** As the projector's, far behind. */
const LOG_PAGE = 10_000;
const registry = new EventRegistry(deciders, eventSchemas);
const specs: readonly AnyCollectionSpec[] = projections.flatMap(({ documents, rows }) =>
  rows ? [documents, rows] : [documents],
);

/** All read models of a demo's log from nothing: by the projector, and by a loop with the bare drivers. */
export const benchCatchUp = async (
  { rounds, deals }: Effort,
  mongodbUri: string | undefined,
): Promise<readonly CatchUpResults[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'annals-bench-read-models-'));
  try {
    const results = [await embedded(folder, rounds, deals)];
    // The server that tests run on writes some thousand documents a second.
    if (mongodbUri !== undefined) results.push(await mongodb(folder, rounds, Math.ceil(deals / 8), mongodbUri));
    return results;
  } finally {
    rmSync(folder, { recursive: true });
  }
};

const embedded = async (folder: string, rounds: number, deals: number): Promise<CatchUpResults> => {
  const log = join(folder, 'log');
  const events = await demoLog(log, { reps: 20, deals, months: 18 });
  let run = 0;
  const directory = (): string => join(folder, `embedded-${run++}`);
  const ours = async (): Promise<number> => {
    const reads = await openEmbeddedReadStore({ directory: directory() });
    return projected(log, reads);
  };
  const bare = (): Promise<number> => bareEmbedded(log, directory());
  const measured = await interleaved(rounds, [
    { name: 'projector', run: ours },
    { name: 'bare', run: bare },
  ]);
  return { store: 'embedded', events, measured };
};

/** Events a second of the loop with the bare driver, into this folder. */
export const bareEmbedded = async (log: string, place: string): Promise<number> => {
  const reads = await openEmbeddedReadStore({ directory: place });
  await reads.ensure(specs, { indexes: 'later' });
  await reads.close();
  const database = new DatabaseSync(join(place, 'read-models.db'));
  database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL; PRAGMA cache_size = -65536');
  const statements = new Map(specs.map((spec) => [spec.name, bareStatements(database, spec)]));
  const write = (left: readonly Left[]): void => {
    database.exec('BEGIN');
    for (const { collection, key, position, doc } of left) {
      const statement = statements.get(collection.name);
      if (doc === null) statement?.remove.run(key);
      else
        statement?.put.run(
          key,
          position,
          ...statement.columns.map((column) => columnOf(doc, column)),
          JSON.stringify(doc),
        );
    }
    database.exec('COMMIT');
  };
  const index = async (): Promise<void> => {
    const indexed = await openEmbeddedReadStore({ directory: place });
    await indexed.ensure(specs);
    await indexed.close();
  };
  const rate = await folded(log, async (left) => write(left), index);
  database.close();
  return rate;
};

const bareStatements = (database: DatabaseSyncInstance, spec: AnyCollectionSpec) => {
  const columns = Object.keys(spec.columns);
  const all = ['_key', '_position', ...columns, '_doc'].map(quoted);
  const values = all.map(() => '?').join();
  const changed = all.slice(1).map((column) => `${column} = excluded.${column}`);
  return {
    columns,
    put: database.prepare(
      `INSERT INTO ${documentsTable(spec)} (${all}) VALUES (${values}) ON CONFLICT (_key) DO UPDATE SET ${changed}`,
    ),
    remove: database.prepare(`DELETE FROM ${documentsTable(spec)} WHERE _key = ?`),
  };
};

const columnOf = (doc: object, column: string): string | number | null =>
  (doc as Readonly<Record<string, string | number | null | undefined>>)[column] ?? null;

const mongodb = async (folder: string, rounds: number, deals: number, uri: string): Promise<CatchUpResults> => {
  const log = join(folder, 'log-mongodb');
  const events = await demoLog(log, { reps: 20, deals, months: 18 });
  const client = new MongoClient(uri);
  const database = `annals_bench_${process.pid}`;
  const ours = async (): Promise<number> => {
    const rate = await projected(log, await openMongoReadStore({ uri, database }));
    await client.db(database).dropDatabase();
    return rate;
  };
  const bare = async (): Promise<number> => {
    const reads = await openMongoReadStore({ uri, database });
    await reads.ensure(specs);
    await reads.close();
    const rate = await folded(log, async (left) => {
      for (const { name } of specs) {
        const some = left.filter(({ collection }) => collection.name === name);
        const operations = some.map(({ key, position, doc }) =>
          doc === null
            ? { deleteOne: { filter: { _id: key } } }
            : { replaceOne: { filter: { _id: key }, replacement: { _position: position, ...doc }, upsert: true } },
        );
        for (let from = 0; from < operations.length; from += PAGE) {
          await client
            .db(database)
            .collection<{ _id: string }>(name)
            .bulkWrite(operations.slice(from, from + PAGE), { ordered: false });
        }
      }
    });
    await client.db(database).dropDatabase();
    return rate;
  };
  try {
    const measured = await interleaved(rounds, [
      { name: 'projector', run: ours },
      { name: 'bare', run: bare },
    ]);
    return { store: 'MongoDB', events, measured };
  } finally {
    await client.close();
  }
};

/** How many reps and deals a demo organisation has, in how many months. */
export type DemoSize = Readonly<{ reps: number; deals: number; months: number }>;

/** Makes the log of a demo organisation; gives the number of its events. */
export const demoLog = async (directory: string, size: DemoSize): Promise<number> => {
  const events = await openEmbeddedEventStore({ directory });
  try {
    const request = { seed: 1, ...size, until: '2026-03-01', currency: 'USD' };
    const now = () => instantOf(Date.now());
    const runner = new CommandRunner(events, registry);
    const report = await makeDemo(request, { events, runner, now, timeZone: 'UTC', fiscalYearStart: 1 });
    return report.events;
  } finally {
    await events.close();
  }
};

/** Events a second of a projector that begins with nothing. Closes the read models. */
const projected = async (log: string, reads: ReadStore): Promise<number> => {
  const events = await openEmbeddedEventStore({ directory: log });
  const progress = new Progress();
  let failure: unknown = null;
  const onError = (error: unknown): void => {
    failure = error;
  };
  const options = { events, reads, registry, projections, progress, holder: randomUUID(), onError };
  const stopping = new AbortController();
  try {
    const head = (await events.head()) ?? 0n;
    const began = performance.now();
    const running = new Projector(options).run(stopping.signal);
    const isLevel = (projection: AnyProjection): boolean =>
      (progress.reached(checkpointName(projection)) ?? -1n) >= head;
    await new Promise<void>((resolve, reject) => {
      progress.onAdvance(() => {
        if (failure !== null) reject(failure);
        else if (projections.every(isLevel)) resolve();
      });
    });
    const took = performance.now() - began;
    stopping.abort();
    await running;
    return (Number(head) * 1000) / took;
  } finally {
    await reads.close();
    await events.close();
  }
};

/**
 * Events a second of a loop that reads rows, parses them, folds them in memory, and writes what each page leaves; `end` is
 * part of it.
 */
const folded = async (
  log: string,
  write: (left: readonly Left[]) => Promise<void>,
  end: () => Promise<void> = async () => undefined,
): Promise<number> => {
  const database = new DatabaseSync(join(log, 'events.sqlite'), { readOnly: true });
  const page = database.prepare(`SELECT * FROM events WHERE position > ? ORDER BY position LIMIT ${LOG_PAGE}`);
  page.setReturnArrays(true);
  const folding = projections.map((projection) => ({
    projection,
    types: new Set<string>(projection.types),
    docs: new Map<string, object | null>(),
  }));
  const began = performance.now();
  let read = 0;
  for (let after = 0; ; ) {
    const rows = page.all(after) as unknown as (readonly [
      number,
      string,
      number,
      number,
      string,
      string,
      number,
      string,
      string,
    ])[];
    const last = rows.at(-1);
    if (!last) break;
    const left = new Map<string, Left>();
    for (const [position, stream, revision, , id, type, recordedAt, data, metadata] of rows) {
      const event = registry.decode({
        id,
        type,
        stream,
        data: JSON.parse(data),
        metadata: JSON.parse(metadata),
        revision: BigInt(revision),
        position: BigInt(position),
        recordedAt: instantOf(recordedAt),
      } satisfies StoredEvent);
      for (const { projection, types, docs } of folding) {
        const key = types.has(event.type) ? projection.keyOf(event) : null;
        if (key === null) continue;
        const fold = projection.evolve(docs.get(key) ?? null, event);
        docs.set(key, fold.doc);
        leave(left, { collection: projection.documents, key, position: event.position, doc: fold.doc });
        for (const [rowKey, row] of fold.rows ?? []) {
          if (projection.rows)
            leave(left, { collection: projection.rows, key: rowKey, position: event.position, doc: row });
        }
      }
    }
    await write([...left.values()]);
    read += rows.length;
    after = last[0];
  }
  await end();
  const took = performance.now() - began;
  database.close();
  return (read * 1000) / took;
};

const leave = (left: Map<string, Left>, one: Left): void => {
  left.set(`${one.collection.name}\n${one.key}`, one);
};
