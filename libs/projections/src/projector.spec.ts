import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner, ofExisting } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { type ReadStore, ReadStoreUnavailable } from '#read-store/read-store.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { type NotebookPage, notebookPages } from '#testing/notebook-pages.js';
import { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { Projector, type ProjectorOptions } from './projector.js';
import { ReadModelBehind, ReadModels } from './read-models.js';
import { scanAll } from './scan-all.js';
import { ShardLeases } from './shard-leases.js';

const MONGODB_URI = process.env.MONGODB_URI;
const registry = new EventRegistry([notebookDecider]);
const NOW = '2026-03-01T09:00:00.000Z';
const context = () => {
  const commandId = uuidv7();
  return {
    commandId,
    actor: { id: 'ann', role: 'rep' as const },
    now: NOW,
    source: 'api' as const,
    correlationId: commandId,
  };
};
let names = 0;

describe.each([
  ['embedded', true],
  ['MongoDB', MONGODB_URI !== undefined],
] as const)('a projector on the %s read store', (kind, isThere) => {
  let directory: string;
  let events: EventStore;
  let reads: ReadStore;
  let projection: ReturnType<typeof notebookPages>;
  const running: (() => Promise<void>)[] = [];

  const openReads = async (): Promise<ReadStore> => {
    if (kind === 'embedded') return openEmbeddedReadStore({ directory: join(directory, 'reads') });
    const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
    const uri = new URL(MONGODB_URI ?? '');
    uri.pathname = '/annals_projector_spec';
    return openMongoReadStore({ uri: uri.href });
  };

  /** A projection that has not begun, also where a server remembers the last run of this spec. */
  const fresh = async (name: string) => {
    const projection = notebookPages(name);
    await reads.reset(checkpointName(projection), collectionsOf(projection));
    return projection;
  };

  beforeEach(async () => {
    names += 1;
    directory = mkdtempSync(join(tmpdir(), 'annals-projector-'));
    events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    reads = await openReads();
    projection = await fresh(`spec-${names}`);
  });
  afterEach(async () => {
    await Promise.all(running.splice(0).map((stop) => stop()));
    await events.close();
    await reads.close();
    rmSync(directory, { recursive: true });
  });

  const start = (options: Partial<ProjectorOptions> = {}) => {
    const errors: unknown[] = [];
    const progress = new Progress();
    const projector = new Projector({
      ...{ events, reads, registry, projections: [projection], progress, holder: uuidv7() },
      onError: (error) => errors.push(error),
      ...options,
    });
    const stopping = new AbortController();
    const ended = projector.run(stopping.signal);
    const stop = async (): Promise<void> => {
      stopping.abort();
      await ended;
    };
    running.push(stop);
    return { projector, errors, progress, stop, models: new ReadModels(reads, progress) };
  };
  const reach = async (models: ReadModels, projections: readonly AnyProjection[] = [projection]) =>
    models.reach(projections, String((await events.head()) ?? 0n));

  /** Takes notes in a few notebooks: several in one append, and several appends. */
  const write = async (counts: readonly number[]): Promise<ReadonlyMap<string, readonly string[]>> => {
    const runner = new CommandRunner(events, registry);
    const take = ofExisting(notebookDecider, takeNotes);
    const expected = new Map<string, string[]>();
    for (const [n, count] of counts.entries()) {
      const id = `book${n % 3}`;
      const texts = Array.from({ length: count }, (_, at) => `${n}.${at}`);
      await runner.series(notebookDecider, id, [
        { context: context(), decide: openNotebook() },
        { context: context(), decide: take(...texts) },
      ]);
      expected.set(id, [...(expected.get(id) ?? []), ...texts]);
    }
    return expected;
  };

  const content = async ({ documents, rows } = projection) => {
    const pages = new Map<string, readonly string[]>();
    for await (const { doc } of scanAll<NotebookPage>(reads.collection(documents), { index: 'byId' })) {
      pages.set(doc.id, doc.notes);
    }
    const found = new Map<string, string[]>([...pages.keys()].map((id) => [id, []]));
    if (rows) {
      for await (const { doc } of scanAll(reads.collection(rows), { index: 'byNotebook' })) {
        found.get(doc.notebook)?.push(doc.text);
      }
    }
    expect(found).toEqual(pages);
    return pages;
  };

  it.runIf(isThere)('folds the log whatever the size of a page and wherever it starts again', async () => {
    const expected = await write([3, 0, 2, 5, 1, 1, 4]);
    for (const pageSize of [1, 2, 3, 7, 1_000]) {
      await reads.reset(checkpointName(projection), collectionsOf(projection));
      for (const after of [4n, 9n]) {
        const { stop, progress } = start({ pageSize });
        while ((progress.reached(checkpointName(projection)) ?? -1n) < after) await sleep(2);
        await stop();
      }
      const { models, stop } = start({ pageSize });
      await reach(models);
      expect(await content()).toEqual(expected);
      await stop();
    }
  });

  it.runIf(isThere)('counts nothing twice when it crashes between rows, documents and checkpoint', async () => {
    const runs = kind === 'embedded' ? 25 : 8;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(4), { minLength: 1, maxLength: 8 }),
        fc.array(fc.option(fc.nat(12)), { maxLength: 6 }),
        fc.integer({ min: 1, max: 9 }),
        async (counts, cuts, pageSize) => {
          names += 1;
          projection = await fresh(`crash-${names}`);
          await write(counts);
          const coming = [...cuts];
          const crashing: ReadStore = Object.assign(Object.create(reads) as ReadStore, {
            commit: async (batch: Parameters<ReadStore['commit']>[0]) => {
              const cut = coming.shift() ?? null;
              if (cut === null) return reads.commit(batch);
              await reads.commit({ writes: batch.writes.slice(0, cut), checkpoints: [] });
              throw new ReadStoreUnavailable('The process died here (made up by the spec)');
            },
            ensure: (specs: Parameters<ReadStore['ensure']>[0]) => reads.ensure(specs),
          });
          for (const method of ['acquireLease', 'releaseLease', 'checkpoint', 'collection'] as const) {
            Object.assign(crashing, { [method]: (reads[method] as () => unknown).bind(reads) });
          }
          // Each crash ends a projector; the next one begins at the checkpoint.
          while (coming.length > 0) {
            const { errors, stop, progress } = start({ reads: crashing, pageSize });
            const isDone = async () =>
              (progress.reached(checkpointName(projection)) ?? -1n) >= ((await events.head()) ?? 0n);
            while (errors.length === 0 && !(await isDone())) await sleep(1);
            await stop();
            if (errors.length === 0) break;
          }
          const { models, stop } = start({ pageSize });
          await reach(models);
          await stop();
          const pages = await content();
          const facts = (await events.readAll({ limit: 10_000 })).filter(({ type }) => type === 'note-taken.v1');
          expect([...pages.values()].flat().sort()).toEqual(facts.map(({ data }) => data.text).sort());
        },
      ),
      { numRuns: runs },
    );
  });

  it.runIf(isThere)('leaves the work to one of two, and to the other when that one stops', async () => {
    const first = start();
    await write([1]);
    await reach(first.models);
    const second = start();
    const expected = await write([1, 2]);
    await reach(second.models);
    expect([first.projector.state.state, second.projector.state.state]).toEqual(['running', 'waiting']);
    await first.stop();
    await write([0, 0]);
    while (second.projector.state.state !== 'running') await sleep(20);
    const after = await write([2]);
    await reach(second.models);
    // What reads through the process that does not run them any more looks in the store.
    await reach(first.models);
    expect((await content()).get('book0')).toEqual([
      '0.0',
      ...(expected.get('book0') ?? []),
      ...(after.get('book0') ?? []),
    ]);
    expect([...first.errors, ...second.errors]).toEqual([]);
  });

  it.runIf(isThere)('does not wait for the leases of a process of its name that was killed', async () => {
    const holder = uuidv7();
    const leaseMs = 60_000;
    const killed = new ShardLeases({ reads, holder, count: 1, milliseconds: leaseMs });
    expect(await killed.settle(false)).toHaveLength(1);
    const expected = await write([2, 1]);
    const { models, errors } = start({ holder, leaseMs });
    await reach(models);
    expect(await content()).toEqual(expected);
    expect(errors).toEqual([]);
  });

  it.runIf(isThere)('yields to who took over its lease while it stood still', async () => {
    const first = start();
    await write([1]);
    await reach(first.models);
    const checkpoint = { projection: checkpointName(projection), position: 0n, epoch: 1_000 };
    await reads.commit({ writes: [], checkpoints: [checkpoint] });
    await write([1]);
    while (first.errors.length === 0) await sleep(5);
    expect(String(first.errors[0])).toContain('Fenced');
  });

  it.runIf(isThere)('takes a projection along again once the store takes its documents', async () => {
    let isTaken = false;
    const bad = await fresh(`taken-${names}`);
    const picky: ReadStore = Object.assign(Object.create(reads) as ReadStore, {
      commit: async (batch: Parameters<ReadStore['commit']>[0]) => {
        const concerns = batch.writes.some(({ collection }) => collection.name === bad.documents.name);
        if (concerns && !isTaken) throw new TypeError('Not to my taste');
        return reads.commit(batch);
      },
    });
    for (const method of ['ensure', 'acquireLease', 'releaseLease', 'checkpoint', 'collection'] as const) {
      Object.assign(picky, { [method]: (reads[method] as () => unknown).bind(reads) });
    }
    const { projector, progress, errors, models } = start({ reads: picky, projections: [bad, projection] });
    const expected = await write([1, 2]);
    await reach(models);
    expect(await content()).toEqual(expected);
    while (!progress.failing.has(checkpointName(bad))) await sleep(5);
    expect(progress.failing.get(checkpointName(bad))).toContain('Not to my taste');
    expect(String(errors[0])).toContain(`The projection ${checkpointName(bad)} fails`);
    expect(projector.state.state).toBe('running');
    isTaken = true;
    await reach(models, [bad]);
    expect(await content(bad)).toEqual(expected);
    while (progress.failing.size > 0 || progress.reached(checkpointName(projection)) === null) await sleep(5);
    const more = await write([1]);
    await reach(models, [bad, projection]);
    expect((await content(bad)).get('book0')).toEqual([...(expected.get('book0') ?? []), ...(more.get('book0') ?? [])]);
  });

  it.runIf(isThere)('goes on without a projection whose documents the store does not take', async () => {
    const bad = {
      ...(await fresh(`untaken-${names}`)),
      evolve: (...fold: Parameters<typeof projection.evolve>) => ({
        doc: { id: 1n as unknown as string, notes: () => fold } as unknown as NotebookPage,
      }),
    };
    const { progress, models } = start({ projections: [bad, projection] });
    const expected = await write([1, 2]);
    await reach(models);
    expect(await content()).toEqual(expected);
    expect([...progress.failing.keys()]).toEqual([checkpointName(bad)]);
  });

  it.runIf(isThere)(
    'lets readers wait for their writes, and tells them when that takes too long',
    { timeout: 15_000 },
    async () => {
      const { models } = start();
      const head = (await events.head()) ?? 0n;
      const waiting = models.reach([projection], String(head + 3n));
      await write([2]);
      expect(await waiting).toBeGreaterThanOrEqual(head + 3n);
      const elsewhere = new ReadModels(reads, new Progress());
      expect(await reach(elsewhere)).toBe(await events.head());
      await expect(elsewhere.reach([projection], '1000000')).rejects.toThrow(ReadModelBehind);
    },
  );

  it.runIf(isThere)('lets jobs wait for longer, until they are told to stop', { timeout: 15_000 }, async () => {
    start();
    const [elsewhere, stopping] = [new ReadModels(reads, new Progress()), new AbortController()];
    const head = (await events.head()) ?? 0n;
    const patient = elsewhere.reachPatiently([projection], String(head + 1n), stopping.signal);
    const stopped = elsewhere.reachPatiently([projection], '1000000', stopping.signal);
    await sleep(5_200);
    await write([1]);
    expect(await patient).toBeGreaterThan(head);
    stopping.abort(new Error('stopping'));
    await expect(stopped).rejects.toThrow('stopping');
  });
});
