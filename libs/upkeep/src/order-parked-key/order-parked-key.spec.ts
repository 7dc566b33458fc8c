import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner, ofExisting } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Role } from '#kernel/actor.js';
import type { Recorded } from '#kernel/event.js';
import { listParked } from '#projections/parked-keys.js';
import { Progress } from '#projections/progress.js';
import { checkpointName } from '#projections/projection.js';
import { collectionsOf } from '#projections/projection-collections.js';
import { Projector } from '#projections/projector.js';
import { ReadModels } from '#projections/read-models.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type NotebookEvent, notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { type NotebookPage, notebookPages } from '#testing/notebook-pages.js';
import type { ParkedKeyOrder } from '../domain/order-parked-key.js';
import { parkedOrderOf, projectionCareDecider } from '../upkeep.contract.js';
import { OrderParkedKeyCommand, OrderParkedKeyHandler } from './order-parked-key.handler.js';

const registry = new EventRegistry([notebookDecider, projectionCareDecider]);
const parkedOrders = { storedTypes: Object.values(projectionCareDecider.types), orderOf: parkedOrderOf };
const NOW = '2026-03-01T09:00:00.000Z';
const context = (role: Role = 'admin') => {
  const commandId = uuidv7();
  return { commandId, actor: { id: 'ada', role }, now: NOW, source: 'api' as const, correlationId: commandId };
};

/** Notes that cannot be folded, as the program is now. */
let poison: readonly string[];
let directory: string;
let events: EventStore;
let reads: ReadStore;
let runner: CommandRunner;
let stop: () => Promise<void>;
let progress: Progress;

const plain = notebookPages('pages');
const pages = {
  ...plain,
  documents: { ...plain.documents, inWritingOrder: true as const },
  evolve: (page: NotebookPage | null, event: Recorded<NotebookEvent>) => {
    if (event.type === 'NoteTaken' && poison.includes(event.data.text)) throw new Error(`${event.data.text} is poison`);
    return plain.evolve(page, event);
  },
};

const start = (): void => {
  progress = new Progress();
  const onError = (error: unknown): never => expect.fail(String(error));
  const options = { events, reads, registry, projections: [pages], progress, holder: 'spec', onError, parkedOrders };
  const stopping = new AbortController();
  const ended = new Projector(options).run(stopping.signal);
  stop = async () => {
    stopping.abort();
    await ended;
  };
};

beforeEach(async () => {
  poison = ['bad'];
  directory = mkdtempSync(join(tmpdir(), 'annals-orders-'));
  events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
  runner = new CommandRunner(events, registry);
  start();
});
afterEach(async () => {
  await stop();
  await events.close();
  await reads.close();
  rmSync(directory, { recursive: true });
});

const take = async (...texts: readonly string[]): Promise<void> => {
  const take = ofExisting(notebookDecider, takeNotes);
  await runner.series(notebookDecider, 'book', [
    { context: context(), decide: openNotebook() },
    ...texts.map((text) => ({ context: context(), decide: take(text) })),
  ]);
};

const order = (what: ParkedKeyOrder, role: Role = 'admin', key = 'book') =>
  new OrderParkedKeyHandler(runner, reads, [pages]).execute(
    new OrderParkedKeyCommand('pages', key, what, context(role)),
  );

/** What the read model shows at the end of the log. */
const notes = async (): Promise<readonly string[] | undefined> => {
  await new ReadModels(reads, progress).reach([pages], String(await events.head()));
  return (await reads.collection(pages.documents).get('book'))?.doc.notes;
};

const parked = async (): Promise<readonly string[]> => (await listParked(pages, reads, 10)).map(({ error }) => error);

it('has what waits folded once the program can', async () => {
  await take('a', 'bad', 'b');
  expect(await notes()).toEqual(['a']);
  await order('retry');
  expect(await notes()).toEqual(['a']);
  poison = [];
  await order('retry');
  expect(await notes()).toEqual(['a', 'bad', 'b']);
  expect(await parked()).toEqual([]);
});

it('leaves out what was released, and what follows is parked again if it must', async () => {
  poison = ['bad', 'worse'];
  await take('a', 'bad', 'b', 'worse', 'c');
  expect(await notes()).toEqual(['a']);
  await order('release');
  expect(await notes()).toEqual(['a', 'b']);
  expect(await parked()).toEqual(['Error: worse is poison']);
  await order('release');
  await take('d');
  expect(await notes()).toEqual(['a', 'b', 'c', 'd']);
  expect(await parked()).toEqual([]);
});

describe('in the copies in memory of another process', () => {
  const copyOf = () => {
    const models = new ReadModels(reads, new Progress());
    const copied = new Map<string, readonly string[]>();
    return async (): Promise<readonly string[] | undefined> => {
      await models.reach([pages], String(await events.head()));
      await models.copy(pages, () => ({
        put: (id: string, { notes }: NotebookPage) => void copied.set(id, notes),
        clear: () => copied.clear(),
      }));
      return copied.get('book');
    };
  };

  it('a key shows when its event is released', async () => {
    const copy = copyOf();
    await take('a', 'bad', 'b');
    expect(await copy()).toEqual(['a']);
    await order('release');
    expect(await copy()).toEqual(['a', 'b']);
  });

  it('a key that a projector folds as it starts shows with the next event of any', async () => {
    const copy = copyOf();
    await take('a', 'bad', 'b');
    expect(await copy()).toEqual(['a']);
    await stop();
    poison = [];
    start();
    await runner.create(notebookDecider, 'other', context(), openNotebook());
    expect(await copy()).toEqual(['a', 'bad', 'b']);
  });
});

it('is obeyed again when the read model is rebuilt', async () => {
  await take('a', 'bad', 'b');
  await notes();
  await order('release');
  await take('c');
  expect(await notes()).toEqual(['a', 'b', 'c']);
  await stop();
  await reads.reset(checkpointName(pages), collectionsOf(pages));
  start();
  expect(await notes()).toEqual(['a', 'b', 'c']);
  await stop();
  await reads.reset(checkpointName(pages), collectionsOf(pages));
  poison = [];
  start();
  // A program that can fold the event has nothing to leave out.
  expect(await notes()).toEqual(['a', 'bad', 'b', 'c']);
});

it('is for admins, and about what is parked', async () => {
  await take('a', 'bad');
  await notes();
  expect(await order('release', 'manager')).toMatchObject({ rejected: 'NotAllowed' });
  expect(await order('release', 'admin', 'other')).toMatchObject({ rejected: 'NothingParked' });
  expect(await order('retry', 'rep')).toMatchObject({ rejected: 'NotAllowed' });
  expect(await parked()).toEqual(['Error: bad is poison']);
});
