import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { listParked } from '#projections/parked-keys.js';
import { Progress } from '#projections/progress.js';
import { checkpointName } from '#projections/projection.js';
import { collectionsOf } from '#projections/projection-collections.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { Rebuilds } from '#projections/rebuilds.js';
import { PROJECTOR_LEASE } from '#projections/shard-leases.js';
import { shardStatuses } from '#projections/shard-status.js';
import { nameFor, partOf, shardsOf } from '#projections/shards.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { MortalReads } from '#testing/mortal-reads.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { notebookPages } from '#testing/notebook-pages.js';
import { OrderGenerationCommand, OrderGenerationHandler } from './order-generation/order-generation.handler.js';
import { OrderParkedKeyCommand, OrderParkedKeyHandler } from './order-parked-key/order-parked-key.handler.js';
import { generationOrderOf, parkedOrderOf, projectionCareDecider } from './upkeep.contract.js';

const MONGODB_URI = process.env.MONGODB_URI;
const registry = new EventRegistry([notebookDecider, projectionCareDecider]);
const { ProjectionRebuildOrdered, ProjectionRollbackOrdered, ParkedEventReleased } = projectionCareDecider.types;
/** Nobody retries a key here: the event stands for somebody who is to be forgotten. */
const FORGOTTEN = projectionCareDecider.types.ParkedKeyRetried;
const SHARDS = shardsOf(3);
const LEASE_MS = 900;
const BOOKS = ['a', 'b', 'c', 'd', 'e', 'f', 'g'];
let names = 0;

const now = () => new Date().toISOString();
const context = () => {
  const commandId = uuidv7();
  const actor = { id: 'ada', role: 'admin' as const };
  return { commandId, actor, now: now(), source: 'api' as const, correlationId: commandId };
};

describe.each([
  ['embedded', true],
  ['MongoDB', MONGODB_URI !== undefined],
] as const)('read models whose shards two projectors have, in the %s read store,', (kind, isThere) => {
  let directory: string;
  let events: EventStore;
  let store: ReadStore;
  let reads: SidedReads;
  let runner: CommandRunner;
  let pages: ReturnType<typeof notebookPages>;
  let running: Awaited<ReturnType<typeof start>>[];
  /** Changed code writes every note like this. */
  let wording: (text: string) => string;
  let errors: unknown[];

  const openStore = async (): Promise<ReadStore> => {
    if (kind === 'embedded') return openEmbeddedReadStore({ directory: join(directory, 'reads') });
    const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
    const uri = new URL(MONGODB_URI ?? '');
    uri.pathname = '/annals_upkeep_of_shards_spec';
    return openMongoReadStore({ uri: uri.href });
  };

  const start = async () => {
    const mortal = new MortalReads(store);
    const sided = await SidedReads.over(mortal.reads, [pages]);
    const holder = uuidv7();
    const rebuilds = new Rebuilds({
      ...{ reads: sided, stored: events, registry, projections: [pages] },
      ...{ storedTypes: [ProjectionRebuildOrdered, ProjectionRollbackOrdered], orderOf: generationOrderOf },
      ...{ onChangedCode: () => undefined, onGenerations: () => undefined },
    });
    const projector = new Projector({
      ...{ events, reads: sided, registry, projections: [pages], progress: new Progress(), holder, rebuilds },
      ...{ shards: SHARDS.length, leaseMs: LEASE_MS, pageSize: 5, onError: (error) => errors.push(error) },
      parkedOrders: { storedTypes: [ParkedEventReleased], orderOf: parkedOrderOf },
      forgetting: {
        ...{ storedType: FORGOTTEN, index: pages, onForgotten: async () => undefined },
        streamsOf: async () => BOOKS.map((book) => `notebook-${book}`),
      },
    });
    const stopping = new AbortController();
    const ended = projector.run(stopping.signal);
    const stop = async (): Promise<void> => {
      stopping.abort();
      if (!mortal.isDead) await ended;
    };
    return { holder, mortal, stop };
  };

  /** How many shards each of the two has. */
  const shares = async (): Promise<readonly number[]> => {
    const statuses = await shardStatuses([pages], reads);
    return running.map(({ holder }) => statuses.filter(({ lease }) => lease?.holder === holder).length);
  };
  const areShared = () => expect.poll(shares, { timeout: 20_000, interval: 20 }).toEqual([2, 1]);

  beforeEach(async () => {
    if (!isThere) return;
    names += 1;
    wording = (text) => text;
    errors = [];
    directory = mkdtempSync(join(tmpdir(), 'annals-upkeep-of-shards-'));
    events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    store = await openStore();
    const plain = notebookPages(`upkeep-${names}`);
    const evolve: typeof plain.evolve = (page, event) => {
      if (event.type !== 'NoteTaken') return plain.evolve(page, event);
      return plain.evolve(page, { ...event, data: { ...event.data, text: wording(event.data.text) } });
    };
    pages = { ...plain, evolve, holdsPersonalData: true };
    reads = await SidedReads.over(store, [pages]);
    await reads.reset(checkpointName(pages), collectionsOf(pages));
    runner = new CommandRunner(events, registry);
    running = [await start()];
    await expect.poll(shares, { timeout: 20_000 }).toEqual([3]);
    running = [...running, await start()];
    await areShared();
  });
  afterEach(async () => {
    if (!isThere) return;
    await Promise.all(running.map(({ stop }) => stop()));
    await events.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  /** One note in each notebook. */
  const take = async (text: string): Promise<void> => {
    for (const book of BOOKS) {
      await runner.create(notebookDecider, book, context(), openNotebook());
      await runner.change(notebookDecider, book, context(), takeNotes(text));
    }
  };

  const order = (what: 'rebuild' | 'rollback') =>
    new OrderGenerationHandler(runner, reads, [pages]).execute(new OrderGenerationCommand(pages.name, what, context()));

  const forget = async (): Promise<bigint> => {
    const metadata = { ...{ commandId: uuidv7(), at: now(), by: 'ada', source: 'api' }, correlationId: uuidv7() };
    const data = { projection: 'other', key: 'k', position: '1' };
    await events.append('projection-other', 'no_stream', [{ id: uuidv7(), type: FORGOTTEN, data, metadata }]);
    return (await events.head()) ?? 0n;
  };

  /** What each notebook says at the end of the log, when all say the same. */
  const notes = async (): Promise<readonly string[]> => {
    const models = new ReadModels(reads, new Progress());
    await expect.poll(() => models.reach([pages]), { timeout: 20_000, interval: 20 }).toBe(await events.head());
    const known = await reads.collection(pages.documents).getMany(BOOKS);
    const said = new Set(BOOKS.map((book) => JSON.stringify(known.get(book)?.doc.notes)));
    expect(said.size).toBe(1);
    return JSON.parse([...said][0] ?? 'null');
  };
  const shows = (generation: number) =>
    expect
      .poll(
        async () => {
          await reads.refresh();
          return reads.generationsOf(pages).generation;
        },
        { timeout: 20_000, interval: 20 },
      )
      .toBe(generation);

  it.runIf(isThere)('are built anew and back by one that has all shards meanwhile', { timeout: 60_000 }, async () => {
    await take('one');
    expect(await notes()).toEqual(['one']);
    wording = (text) => text.toUpperCase();
    await order('rebuild');
    await take('two');
    await shows(2);
    await take('three');
    expect(await notes()).toEqual(['ONE', 'TWO', 'THREE']);
    expect(reads.generationsOf(pages)).toMatchObject({ live: 'b', isKept: true, building: null });
    await areShared();
    await order('rollback');
    await shows(3);
    await areShared();
    await take('four');
    expect(await notes()).toEqual(['one', 'TWO', 'THREE', 'FOUR']);
    expect(errors).toEqual([]);
  });

  it.runIf(isThere)('are built by the other one when that one dies', { timeout: 60_000 }, async () => {
    for (const text of ['one', 'two', 'three']) await take(text);
    await notes();
    wording = (text) => `${text}!`;
    const owners = await Promise.all(SHARDS.map((shard) => reads.leaseOf(nameFor(PROJECTOR_LEASE, shard))));
    const builder = running.find(({ holder }) => holder === owners[0]?.holder);
    await order('rebuild');
    await expect.poll(shares, { timeout: 20_000, interval: 5 }).toContain(3);
    builder?.mortal.die();
    await shows(2);
    await take('four');
    expect(await notes()).toEqual(['one!', 'two!', 'three!', 'four!']);
  });

  it.runIf(isThere)(
    'forget somebody in all shards, each when the index has come there',
    { timeout: 60_000 },
    async () => {
      await take('one');
      expect(await notes()).toEqual(['one']);
      await areShared();
      const [first, second] = running;
      second?.mortal.freeze('commit');
      wording = (text) => `${text}?`;
      await take('two');
      const at = await forget();
      await sleep(LEASE_MS / 3);
      // The first one has come to the event, and waits there for the shard of the other.
      const positions = (await store.checkpoints(checkpointName(pages))).map(({ position }) => position);
      expect(positions.filter((position) => position >= at)).toEqual([]);
      second?.mortal.thaw();
      expect(await notes()).toEqual(['one?', 'two?']);
      expect([first, second].map((one) => one?.mortal.isDead)).toEqual([false, false]);
      expect(errors).toEqual([]);
    },
  );

  it.runIf(isThere)('have parked keys released wherever they are', { timeout: 60_000 }, async () => {
    wording = (text) => {
      if (text === 'bad') throw new Error('bad is poison');
      return text;
    };
    await take('one');
    await take('bad');
    await take('two');
    expect(await notes()).toEqual(['one']);
    expect((await listParked(pages, reads, 10)).map(({ key }) => key)).toEqual(BOOKS);
    for (const book of BOOKS) {
      const command = new OrderParkedKeyCommand(pages.name, book, 'release', context());
      expect(await new OrderParkedKeyHandler(runner, reads, [pages]).execute(command)).not.toHaveProperty('rejected');
    }
    expect(await notes()).toEqual(['one', 'two']);
    expect(await listParked(pages, reads, 10)).toEqual([]);
    const owned = SHARDS.map(
      (shard) => BOOKS.filter((book) => partOf(pages, { ...shard, epoch: 1 }).holds(book)).length,
    );
    expect(owned.every((books) => books > 0)).toBe(true);
  });
});
