import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { CommandRunner, ofExisting } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { Progress } from '#projections/progress.js';
import type { AnyProjection } from '#projections/projection.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { Rebuilds } from '#projections/rebuilds.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { notebookPages } from '#testing/notebook-pages.js';
import { generationOrderOf, projectionCareDecider } from '../upkeep.contract.js';
import { OrderGenerationCommand, OrderGenerationHandler } from './order-generation.handler.js';

const registry = new EventRegistry([notebookDecider, projectionCareDecider]);
const { ProjectionRebuildOrdered, ProjectionRollbackOrdered } = projectionCareDecider.types;
const context = () => {
  const [commandId, now] = [uuidv7(), new Date().toISOString()];
  return {
    commandId,
    actor: { id: 'ada', role: 'admin' as const },
    now,
    source: 'api' as const,
    correlationId: commandId,
  };
};

let directory: string;
let events: EventStore;
let store: ReadStore;
let reads: SidedReads;
let runner: CommandRunner;
let progress: Progress;
let errors: unknown[];
/** Who reads the log at present, and the most that ever did at once. */
let readers: { now: number; most: number };
/** What every reader beside the first one fails of. */
let besides: Error | null;
/** The read model of this name folds what the store does not take. */
let broken: string | null;
let projections: readonly AnyProjection[];
let stop: () => Promise<void>;

const breakable = (name: string): AnyProjection => {
  const pages = notebookPages(name);
  return {
    ...pages,
    evolve: (page, event) => {
      const { doc, ...rest } = pages.evolve(page, event);
      return { doc: broken === name ? { ...doc, id: 1.5 } : doc, ...rest };
    },
  };
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-several-generations-'));
  const log = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  readers = { now: 0, most: 0 };
  events = new Proxy(log, {
    get: (target, name) => {
      if (name !== 'subscribe') return Reflect.get(target, name, target).bind?.(target) ?? Reflect.get(target, name);
      return async function* (...asked: Parameters<EventStore['subscribe']>) {
        readers = { now: readers.now + 1, most: Math.max(readers.most, readers.now + 1) };
        try {
          if (besides !== null && readers.now > 1) throw besides;
          yield* target.subscribe(...asked);
        } finally {
          readers.now -= 1;
        }
      };
    },
  });
  store = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
  projections = ['one', 'two', 'three', 'four', 'five'].map(breakable);
  reads = await SidedReads.over(store, projections);
  runner = new CommandRunner(events, registry);
  progress = new Progress();
  errors = [];
  broken = null;
  besides = null;
  const rebuilds = new Rebuilds({
    ...{ reads, stored: events, registry, projections, orderOf: generationOrderOf },
    storedTypes: [ProjectionRebuildOrdered, ProjectionRollbackOrdered],
    onChangedCode: () => undefined,
    onGenerations: () => undefined,
  });
  const onError = (error: unknown): number => errors.push(error);
  const stopping = new AbortController();
  const options = { events, reads, registry, progress, projections, holder: 'spec', onError, rebuilds, pageSize: 20 };
  const ended = new Projector(options).run(stopping.signal);
  stop = async () => {
    stopping.abort();
    await ended;
  };
  const taken = ofExisting(notebookDecider, takeNotes);
  const notes = Array.from({ length: 300 }, (_, n) => ({ context: context(), decide: taken(`${n}`) }));
  await runner.series(notebookDecider, 'book', [{ context: context(), decide: openNotebook() }, ...notes]);
  await new ReadModels(reads, progress).reach(projections, String(await events.head()));
});
afterEach(async () => {
  await stop();
  await events.close();
  await store.close();
  rmSync(directory, { recursive: true });
});

const orderAll = async (): Promise<void> => {
  const handler = new OrderGenerationHandler(runner, reads, projections);
  for (const { name } of projections) await handler.execute(new OrderGenerationCommand(name, 'rebuild', context()));
};

const generations = (): readonly number[] => projections.map((each) => reads.generationsOf(each).generation);

const shown = async (wanted: readonly number[]): Promise<void> => {
  for (let tries = 0; String(generations()) !== String(wanted); tries += 1) {
    if (tries > 1_000) expect.fail(`${generations()}: ${errors}`);
    await sleep(10);
  }
};

it('builds what is ordered together by one reader beside the one of what is shown', async () => {
  await orderAll();
  await shown([2, 2, 2, 2, 2]);
  expect(readers.most).toBe(2);
  for (const each of projections)
    expect(reads.generationsOf(each)).toMatchObject({ compared: { same: 301, different: 0, added: 0, missing: 0 } });
  expect(errors).toEqual([]);
});

it('goes on with what is shown while a build fails of whatever it is, and shows it once it does not', async () => {
  besides = new TypeError('There is no page');
  const term = readers.most;
  await orderAll();
  await runner.change(notebookDecider, 'book', context(), ofExisting(notebookDecider, takeNotes)('late'));
  for (let tries = 0; errors.length < 3; tries += 1) {
    if (tries > 1_000) expect.fail(`${errors}`);
    await sleep(10);
    expect(readers.now).toBeGreaterThanOrEqual(term);
  }
  await new ReadModels(reads, progress).reach(projections, String(await events.head()));
  expect(errors.map(String)).toEqual(errors.map(() => expect.stringMatching(/ fails: TypeError: There is no page$/)));
  expect(generations()).toEqual([1, 1, 1, 1, 1]);
  besides = null;
  await shown([2, 2, 2, 2, 2]);
});

it('shows the others when one of them cannot be built, and that one once it can', async () => {
  broken = 'three';
  await orderAll();
  await shown([2, 2, 1, 2, 2]);
  expect(String(errors[0])).toContain('three');
  broken = null;
  await shown([2, 2, 2, 2, 2]);
});
