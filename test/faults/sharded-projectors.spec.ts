import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { MongoClient } from 'mongodb';
import { v7 as uuidv7 } from 'uuid';
import { afterAll, afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { Progress } from '#projections/progress.js';
import { checkpointName } from '#projections/projection.js';
import { collectionsOf } from '#projections/projection-collections.js';
import { Projector, type ProjectorOptions } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { scanAll } from '#projections/scan-all.js';
import { PROJECTOR_LEASE } from '#projections/shard-leases.js';
import { nameFor, shardsOf } from '#projections/shards.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { MortalReads } from '#testing/mortal-reads.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { type NotebookPage, notebookPages } from '#testing/notebook-pages.js';

const MONGODB_URI = process.env.MONGODB_URI;
const registry = new EventRegistry([notebookDecider]);
/** More with ANNALS_FAULT_ROUNDS; fewer on MongoDB. */
const RUNS = Number(process.env.ANNALS_FAULT_ROUNDS ?? 20);
/** Of this run alone: others would share its shards. */
const DATABASE = `annals_sharded_spec_${process.pid}`;
const BOOKS = 7;
const LEASE_MS = 400;
let names = 0;

const context = () => {
  const commandId = uuidv7();
  const actor = { id: 'ann', role: 'rep' as const };
  return { commandId, actor, now: '2026-03-01T09:00:00.000Z', source: 'api' as const, correlationId: commandId };
};

type Running = Readonly<{
  errors: readonly unknown[];
  holder: string;
  mortal: MortalReads;
  stop: () => Promise<void>;
  kill: () => void;
}>;

describe.each([
  ['embedded', true],
  ['MongoDB', MONGODB_URI !== undefined],
] as const)('projectors that share the shards of the %s read store', (kind, isThere) => {
  let directory: string;
  let events: EventStore;
  let store: ReadStore;
  let pages: ReturnType<typeof notebookPages>;
  let running: Running[] = [];
  let taken: number;

  const openStore = async (): Promise<ReadStore> => {
    if (kind === 'embedded') return openEmbeddedReadStore({ directory: join(directory, 'reads') });
    const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
    return openMongoReadStore({ uri: MONGODB_URI ?? '', database: DATABASE });
  };

  /** A log without events, and projections and leases of its own. */
  const begin = async (): Promise<void> => {
    names += 1;
    taken = 0;
    directory = mkdtempSync(join(tmpdir(), 'annals-sharded-'));
    events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    store = await openStore();
    const plain = notebookPages(`sharded-${names}`);
    pages = { ...plain, documents: { ...plain.documents, inWritingOrder: true } };
    await store.reset(checkpointName(pages), collectionsOf(pages));
  };
  const end = async (): Promise<void> => {
    await Promise.all(running.map(({ stop }) => stop()));
    running = [];
    await events.close();
    await store.close();
    rmSync(directory, { recursive: true });
  };
  beforeEach(async () => {
    if (isThere) await begin();
  });
  afterEach(async () => {
    if (isThere) await end();
  });

  afterAll(async () => {
    if (kind !== 'MongoDB' || !isThere) return;
    const client = await MongoClient.connect(MONGODB_URI ?? '');
    await client.db(DATABASE).dropDatabase();
    await client.close();
  });

  const start = async (shards: number, options: Partial<ProjectorOptions> = {}): Promise<Running> => {
    const mortal = new MortalReads(store);
    const reads = await SidedReads.over(mortal.reads, [pages]);
    const errors: unknown[] = [];
    const holder = uuidv7();
    const projector = new Projector({
      ...{ events, reads, registry, projections: [pages], progress: new Progress(), holder, shards },
      ...{ onError: (error: unknown) => errors.push(error), pageSize: 3, leaseMs: LEASE_MS },
      ...options,
    });
    const stopping = new AbortController();
    const ended = projector.run(stopping.signal);
    const started: Running = {
      ...{ errors, holder, mortal },
      stop: async (): Promise<void> => {
        stopping.abort();
        if (mortal.isDying) mortal.die();
        else await ended;
        running = running.filter((one) => one !== started);
      },
      kill: (): void => {
        mortal.die();
        running = running.filter((one) => one !== started);
      },
    };
    running.push(started);
    return started;
  };
  const write = async (...books: readonly number[]): Promise<void> => {
    const runner = new CommandRunner(events, registry);
    for (const book of books) {
      const id = `book${book % BOOKS}`;
      await runner.create(notebookDecider, id, context(), openNotebook());
      await runner.change(notebookDecider, id, context(), takeNotes(String(taken)));
      taken += 1;
    }
  };

  /** The notes of each notebook that the log has up to a position. */
  const notesUpTo = async (position: bigint): Promise<ReadonlyMap<string, readonly string[]>> => {
    const notes = new Map<string, string[]>();
    for (const { type, stream, data, position: at } of await events.readAll({ limit: 10_000 })) {
      if (at > position) break;
      const id = stream.slice('notebook-'.length);
      const known = notes.get(id) ?? [];
      notes.set(id, type === 'note-taken.v1' ? [...known, String(data.text)] : known);
    }
    return notes;
  };
  const head = async (): Promise<bigint> => (await events.head()) ?? 0n;

  const expectAll = async (): Promise<void> => {
    const models = new ReadModels(await SidedReads.over(store, [pages]), new Progress());
    for (let patience = 10; ; patience -= 1) {
      try {
        await models.reach([pages], String(await head()));
        break;
      } catch (error) {
        if (patience === 0) throw error;
      }
    }
    const shown = new Map<string, readonly string[]>();
    for await (const { doc } of scanAll<NotebookPage>(store.collection(pages.documents), { index: 'byId' })) {
      shown.set(doc.id, doc.notes);
    }
    const rows = new Map<string, string[]>([...shown.keys()].map((id) => [id, []]));
    if (!pages.rows) throw new Error('Notebooks have rows');
    for await (const { doc } of scanAll(store.collection(pages.rows), { index: 'byNotebook' })) {
      rows.get(doc.notebook)?.push(doc.text);
    }
    const expected = await notesUpTo(await head());
    expect(shown).toEqual(new Map([...expected].sort()));
    expect(rows).toEqual(shown);
  };

  /** How many shards each of them has, by what the leases say. */
  const shares = async (count: number): Promise<readonly number[]> => {
    const leases = await store.leases(PROJECTOR_LEASE);
    const names = shardsOf(count).map((shard) => nameFor(PROJECTOR_LEASE, shard));
    const live = leases.filter(({ name, expiresAt }) => names.includes(name) && expiresAt > Date.now());
    return running.map(({ holder }) => live.filter((lease) => lease.holder === holder).length);
  };
  const expectShares = (count: number, expected: readonly number[]) =>
    expect.poll(() => shares(count), { timeout: 10_000, interval: 20 }).toEqual(expected);

  it.runIf(isThere)('have as many each, whoever comes and goes, and together fold everything', async () => {
    await start(4);
    await write(0, 1, 2, 3, 4, 5, 6);
    await expectShares(4, [4]);
    await start(4);
    await expectShares(4, [2, 2]);
    await write(0, 1, 2, 3, 4, 5, 6);
    await expectAll();
    await start(4);
    await expect.poll(async () => [...(await shares(4))].sort(), { timeout: 10_000 }).toEqual([1, 1, 2]);
    await write(6, 5, 4, 3, 2, 1, 0);
    await expectAll();
    await running[0]?.stop();
    await expectShares(4, [2, 2]);
    await write(0, 1, 2);
    await expectAll();
    for (const { errors } of running) expect(errors).toEqual([]);
  });

  it.runIf(isThere)('take over what one had that was killed, when its leases have run out', async () => {
    const [first] = [await start(4), await start(4)];
    await expectShares(4, [2, 2]);
    await write(0, 1, 2, 3, 4, 5, 6);
    await expectAll();
    first.kill();
    const killedAt = Date.now();
    await write(0, 1, 2, 3, 4, 5, 6);
    await expectShares(4, [4]);
    // A lease, and the time until the other one looks again.
    expect(Date.now() - killedAt).toBeLessThan(2 * LEASE_MS + 1_500);
    await expectAll();
  });

  it.runIf(isThere)(
    'refuse one that stood still meanwhile, and what it was about to write changes nothing',
    async () => {
      const [first, second] = [await start(4), await start(4)];
      await expectShares(4, [2, 2]);
      await write(0, 1, 2, 3, 4, 5, 6);
      await expectAll();
      first.mortal.freeze('commit');
      await write(0, 1, 2, 3, 4, 5, 6);
      first.mortal.freeze('all');
      await expect.poll(() => shares(4), { timeout: 10_000, interval: 20 }).toEqual([0, 4]);
      await expectAll();
      first.mortal.thaw();
      await expect.poll(() => first.errors.map(String).join(), { timeout: 5_000 }).toContain('Fenced');
      await write(6, 5, 4, 3, 2, 1, 0);
      await expectAll();
      await expectShares(4, [2, 2]);
      expect(second.errors).toEqual([]);
    },
  );

  it.runIf(isThere)(
    'wait while others with another number of shards run, then go on where those have come',
    async () => {
      const first = await start(3);
      await write(0, 1, 2, 3, 4, 5, 6);
      await expectAll();
      const second = await start(2);
      await expect.poll(() => second.errors.map(String).join()).toContain('another number of shards than 2');
      await write(0, 1, 2);
      await expectAll();
      await first.stop();
      await expectShares(2, [2]);
      await write(3, 4);
      await expectAll();
      await second.stop();
      const reached = await head();
      const commit = vi.spyOn(store, 'commit');
      await start(4);
      await write(5, 6);
      await expectAll();
      const checkpoints = commit.mock.calls.flatMap(([batch]) => batch.checkpoints);
      const shards = checkpoints.filter(({ projection }) => projection.startsWith(`${checkpointName(pages)}/`));
      expect(shards.length).toBeGreaterThan(0);
      expect(shards.filter(({ position }) => position <= reached)).toEqual([]);
    },
  );

  const steps = fc.array(
    fc.record({
      what: fc.constantFrom('join', 'kill', 'kill in a page', 'stop', 'look'),
      which: fc.nat(),
      books: fc.array(fc.nat(BOOKS - 1), { maxLength: 8 }),
    }),
    { maxLength: 6 },
  );
  const histories = fc.array(fc.record({ count: fc.integer({ min: 1, max: 4 }), steps }), {
    minLength: 1,
    maxLength: 3,
  });

  it.runIf(isThere)(
    'come to the plain fold, and so do copies in memory, whoever dies or joins and however many shards there are',
    async () => {
      await end();
      const property = fc.asyncProperty(histories, async (history) => {
        await begin();
        const models = new ReadModels(await SidedReads.over(store, [pages]), new Progress());
        const copied = new Map<string, readonly string[]>();
        const look = async (): Promise<void> => {
          const reached = await models.reach([pages]);
          await models.copy(pages, () => ({
            put: (id: string, { notes }: NotebookPage) => void copied.set(id, notes),
            clear: () => copied.clear(),
          }));
          const all = await notesUpTo(await head());
          for (const [id, notes] of await notesUpTo(reached)) {
            expect(copied.get(id)?.slice(0, notes.length)).toEqual(notes);
          }
          for (const [id, notes] of copied) expect(all.get(id)?.slice(0, notes.length)).toEqual(notes);
        };
        for (const { count, steps } of history) {
          await start(count);
          for (const { what, which, books } of steps) {
            const one = running[which % running.length];
            if (what === 'join' && running.length < 3) await start(count);
            if (what === 'kill in a page') one?.mortal.dieInCommit(which % 5);
            await write(...books);
            if (what === 'kill') one?.kill();
            if (what === 'stop') await one?.stop();
            await look();
          }
          for (const one of [...running]) await one.stop();
          await look();
        }
        await start(history.at(-1)?.count ?? 1);
        await expectAll();
        await look();
        expect([...copied].sort()).toEqual([...(await notesUpTo(await head()))].sort());
        await end();
      });
      // A run takes about a second: to look for a smaller history that fails would take minutes.
      await fc.assert(property, { numRuns: kind === 'embedded' ? RUNS : Math.ceil(RUNS / 4), endOnFailure: true });
      await begin();
    },
    300_000,
  );
});
