import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner, ofExisting } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { Progress } from '#projections/progress.js';
import { checkpointName } from '#projections/projection.js';
import { collectionsOf } from '#projections/projection-collections.js';
import { projectionStatuses } from '#projections/projection-status.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { Rebuilds } from '#projections/rebuilds.js';
import { PROJECTOR_LEASE } from '#projections/shard-leases.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type NotebookEvent, notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { type NotebookPage, notebookPages } from '#testing/notebook-pages.js';
import type { GenerationOrdered } from '../domain/order-generation.js';
import { generationOrderOf, projectionCareDecider } from '../upkeep.contract.js';
import { OrderGenerationCommand, OrderGenerationHandler } from './order-generation.handler.js';

const MONGODB_URI = process.env.MONGODB_URI;
const registry = new EventRegistry([notebookDecider, projectionCareDecider]);
const { ProjectionRebuildOrdered, ProjectionRollbackOrdered } = projectionCareDecider.types;
const storedTypes = [ProjectionRebuildOrdered, ProjectionRollbackOrdered];
const now = () => new Date().toISOString();
const context = (role: 'admin' | 'rep' = 'admin') => {
  const commandId = uuidv7();
  return { commandId, actor: { id: 'ada', role }, now: now(), source: 'api' as const, correlationId: commandId };
};
/** Whoever is forgotten was spoken of in one notebook. */
const FORGETTING = {
  storedType: projectionCareDecider.types.ParkedKeyRetried,
  onForgotten: async () => undefined,
  streamsOf: async () => ['notebook-book'],
};
let names = 0;

describe.each([
  ['embedded', true],
  ['MongoDB', MONGODB_URI !== undefined],
] as const)('generations of a read model in the %s read store', (kind, isThere) => {
  let directory: string;
  let events: EventStore;
  let store: ReadStore;
  let reads: SidedReads;
  let runner: CommandRunner;
  let progress: Progress;
  let stop: () => Promise<void> = async () => undefined;
  /** Changed code writes every note like this. */
  let wording: (text: string) => string;
  /** Told to be of other code than what built them. */
  let outdated: string[];
  let pages: ReturnType<typeof notebookPages>;

  const openStore = async (): Promise<ReadStore> => {
    if (kind === 'embedded') return openEmbeddedReadStore({ directory: join(directory, 'reads') });
    const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
    const uri = new URL(MONGODB_URI ?? '');
    uri.pathname = '/annals_generations_spec';
    return openMongoReadStore({ uri: uri.href });
  };

  const worded = (name: string): ReturnType<typeof notebookPages> => {
    const plain = notebookPages(name);
    return {
      ...plain,
      holdsPersonalData: true,
      evolve: (page: NotebookPage | null, event: Recorded<NotebookEvent>) =>
        plain.evolve(
          page,
          event.type === 'NoteTaken' ? { ...event, data: { ...event.data, text: wording(event.data.text) } } : event,
        ),
    };
  };

  const start = (): void => {
    progress = new Progress();
    const rebuilds = new Rebuilds({
      ...{ reads, stored: events, registry, projections: [pages], storedTypes, orderOf: generationOrderOf },
      onChangedCode: ({ name }) => outdated.push(name),
      onGenerations: () => undefined,
    });
    const onError = (error: unknown): never => expect.fail(String(error));
    const forgetting = { ...FORGETTING, index: pages };
    const stores = { events, reads, registry, progress };
    const options = { ...stores, projections: [pages], holder: 'spec', onError, rebuilds, forgetting };
    const stopping = new AbortController();
    const ended = new Projector({ ...options, pageSize: 5 }).run(stopping.signal);
    stop = async () => {
      stopping.abort();
      await ended;
      stop = async () => undefined;
    };
  };

  beforeEach(async () => {
    if (!isThere) return;
    names += 1;
    wording = (text) => text;
    outdated = [];
    directory = mkdtempSync(join(tmpdir(), 'annals-generations-'));
    events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    store = await openStore();
    pages = worded(`gen-${names}`);
    reads = await SidedReads.over(store, [pages]);
    await reads.reset(checkpointName(pages), collectionsOf(pages));
    runner = new CommandRunner(events, registry);
    start();
  });
  afterEach(async () => {
    if (!isThere) return;
    await stop();
    await events.close();
    await store.close();
    rmSync(directory, { recursive: true });
  });

  const take = async (...texts: readonly string[]): Promise<void> => {
    const taken = ofExisting(notebookDecider, takeNotes);
    await runner.series(notebookDecider, 'book', [
      { context: context(), decide: openNotebook() },
      ...texts.map((text) => ({ context: context(), decide: taken(text) })),
    ]);
  };

  const order = (what: GenerationOrdered, role: 'admin' | 'rep' = 'admin', name = pages.name) =>
    new OrderGenerationHandler(runner, reads, [pages]).execute(new OrderGenerationCommand(name, what, context(role)));

  /** What the read model shows at the end of the log. */
  const notes = async (models = new ReadModels(reads, progress)): Promise<readonly string[] | undefined> => {
    await models.reach([pages], String(await events.head()));
    return (await reads.collection(pages.documents).get('book'))?.doc.notes;
  };

  const shows = async (generation: number): Promise<void> => {
    for (let tries = 0; reads.generationsOf(pages).generation !== generation; tries += 1) {
      if (tries > 500) expect.fail(JSON.stringify(reads.generationsOf(pages)));
      await sleep(10);
    }
  };

  it.runIf(isThere)('are shown one after the other, compared, and the one before again when it is wanted', async () => {
    await take('a', 'b');
    expect(await notes()).toEqual(['a', 'b']);
    wording = (text) => text.toUpperCase();
    await take('c');
    expect(await notes()).toEqual(['a', 'b', 'C']);
    await order('rebuild');
    await shows(2);
    expect(await notes()).toEqual(['A', 'B', 'C']);
    expect(reads.generationsOf(pages)).toMatchObject({
      ...{ isKept: true, building: null, isOutdated: false },
      compared: { same: 1, different: 3, added: 0, missing: 0 },
    });
    await take('d');
    expect(await notes()).toEqual(['A', 'B', 'C', 'D']);
    await order('rollback');
    await shows(3);
    expect(await notes()).toEqual(['a', 'b', 'C', 'D']);
    await order('rebuild');
    await shows(4);
    expect(await notes()).toEqual(['A', 'B', 'C', 'D']);
  });

  it.runIf(isThere)('go on being built by the next projector, and an order is obeyed once', async () => {
    await take('a', 'b', 'c', 'd', 'e', 'f', 'g');
    await notes();
    await stop();
    await order('rebuild');
    start();
    await notes();
    // Somewhere between the order and the switch, or just behind it.
    await stop();
    for (let starts = 0; starts < 4; starts += 1) {
      start();
      await sleep(3 * starts);
      await stop();
    }
    start();
    await shows(2);
    expect(await notes()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g']);
    await stop();
    start();
    await take('h');
    expect(await notes()).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h']);
    expect(reads.generationsOf(pages)).toMatchObject({ generation: 2, compared: { different: 0, missing: 0 } });
  });

  it.runIf(isThere)('go on taking what is written while the next one is built', async () => {
    await take(...Array.from({ length: 200 }, (_, n) => `${n}`));
    await notes();
    await order('rebuild');
    for (let n = 200; n < 230; n += 1) await take(`${n}`);
    const all = Array.from({ length: 230 }, (_, n) => `${n}`);
    expect(await notes()).toEqual(all);
    await shows(2);
    expect(await notes()).toEqual(all);
  });

  it.runIf(isThere)('are seen by copies in memory and by other processes', async () => {
    await take('a');
    await notes();
    const elsewhere = await SidedReads.over(store, [pages]);
    wording = (text) => `${text}!`;
    await order('rebuild');
    await shows(2);
    await sleep(600);
    await new ReadModels(elsewhere, new Progress()).reach([pages], String(await events.head()));
    expect((await elsewhere.collection(pages.documents).get('book'))?.doc.notes).toEqual(['a!']);
  });

  it.runIf(isThere)(
    'are those that the last holder of the lease left, for the next one in another process',
    async () => {
      await take('a');
      await notes();
      const before = reads;
      const elsewhere = await SidedReads.over(store, [pages]);
      await order('rebuild');
      await shows(2);
      await stop();
      reads = elsewhere;
      start();
      await take('b');
      expect(await notes()).toEqual(['a', 'b']);
      expect(reads.generationsOf(pages)).toMatchObject({ generation: 2, live: 'b' });
      // What is read late does not undo what is known.
      reads.learn(before.generations.map((one) => ({ ...one, live: 'a' as const, revision: one.revision - 1 })));
      expect(reads.generationsOf(pages).live).toBe('b');
    },
  );

  it.runIf(isThere)('that are kept go when somebody is forgotten', async () => {
    await take('a');
    await notes();
    await order('rebuild');
    await shows(2);
    expect(await store.collection(pages.documents).get('book')).not.toBeNull();
    const metadata = { ...{ commandId: uuidv7(), at: now(), by: 'ada', source: 'api' }, correlationId: uuidv7() };
    const data = { projection: 'other', key: 'k', position: '1' };
    const forgotten = { id: uuidv7(), type: FORGETTING.storedType, data, metadata };
    await events.append('projection-other', 'no_stream', [forgotten]);
    expect(await notes()).toEqual(['a']);
    expect(await store.collection(pages.documents).get('book')).toBeNull();
    expect(await order('rollback')).toMatchObject({ rejected: 'NothingKept' });
  });

  it.runIf(isThere)('of other code than what built them are noticed at the start', async () => {
    await take('a');
    await notes();
    await stop();
    start();
    await take('b');
    await notes();
    await stop();
    expect(outdated).toEqual([]);
    wording = (text) => `${text}?`;
    start();
    await take('c');
    await notes();
    expect(outdated).toEqual([pages.name]);
    const { statuses } = await projectionStatuses([pages], events, reads, Date.now());
    expect(statuses).toMatchObject([{ generation: 1, isOutdated: true, isKept: false, building: null }]);
    await order('rebuild');
    await shows(2);
    await stop();
    start();
    await notes();
    expect(outdated).toEqual([pages.name]);
    expect(reads.generationsOf(pages).isOutdated).toBe(false);
  });

  it.runIf(isThere)('of other code are noticed wherever in the log their first event is', async () => {
    const metadata = () => ({
      ...{ commandId: uuidv7(), at: now(), by: 'ada', source: 'api' },
      correlationId: uuidv7(),
    });
    const data = { projection: 'other', key: 'k', position: '1' };
    const others = Array.from({ length: 1_300 }, () => ({
      ...{ id: uuidv7(), type: projectionCareDecider.types.ParkedEventReleased, data, metadata: metadata() },
    }));
    await events.append('projection-other', 'no_stream', others);
    await take('a');
    await notes();
    for (const changed of [[], [pages.name]]) {
      await stop();
      start();
      await take('b');
      await notes();
      expect(outdated).toEqual(changed);
      wording = (text) => `${text}?`;
    }
  });

  it.runIf(isThere)('are ordered by an admin, when there is something to build or to show', async () => {
    await take('a');
    await notes();
    expect(await order('rebuild', 'rep')).toMatchObject({ rejected: 'NotAllowed' });
    expect(await order('rebuild', 'admin', 'none')).toMatchObject({ rejected: 'UnknownProjection' });
    expect(await order('rollback')).toMatchObject({ rejected: 'NothingKept' });
    await stop();
    const lease = await reads.acquireLease(PROJECTOR_LEASE, 'spec', 1_000);
    await reads.change(pages, [{ number: 1, of: 1, epoch: lease?.epoch ?? 0 }], {
      building: { kind: 'rebuild', isBegun: false, since: 0, from: '0' },
    });
    expect(await order('rebuild')).toMatchObject({ rejected: 'AlreadyBuilding' });
  });
});
