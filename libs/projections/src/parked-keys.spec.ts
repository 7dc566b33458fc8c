import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { v7 as uuidv7 } from 'uuid';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { CommandRunner, ofExisting } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type NotebookEvent, notebookDecider, openNotebook, takeNotes } from '#testing/notebook.js';
import { type NotebookPage, notebookPages } from '#testing/notebook-pages.js';
import { DocumentCache, foldAnew } from './fold-page.js';
import { listParked, ParkedKeys } from './parked-keys.js';
import { Progress } from './progress.js';
import { checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { projectionStatuses } from './projection-status.js';
import { Projector } from './projector.js';
import { ReadModels } from './read-models.js';
import { retryParked } from './retry-parked.js';
import { scanAll } from './scan-all.js';
import { SidedReads } from './sided-reads.js';

const MONGODB_URI = process.env.MONGODB_URI;
const registry = new EventRegistry([notebookDecider]);
const NOW = '2026-03-01T09:00:00.000Z';
const context = () => {
  const commandId = uuidv7();
  const actor = { id: 'ann', role: 'rep' as const };
  return { commandId, actor, now: NOW, source: 'api' as const, correlationId: commandId };
};
let names = 0;

describe.each([
  ['embedded', true],
  ['MongoDB', MONGODB_URI !== undefined],
] as const)('an event that cannot be folded, on the %s read store,', (kind, isThere) => {
  let directory: string;
  let events: EventStore;
  let reads: ReadStore;

  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'annals-parked-'));
    events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
    if (kind === 'embedded') reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
    else {
      const { openMongoReadStore } = await import('#read-store/mongodb/mongo-read-store.js');
      const uri = new URL(MONGODB_URI ?? '');
      uri.pathname = '/annals_parked_spec';
      reads = await openMongoReadStore({ uri: uri.href });
    }
  });
  afterEach(async () => {
    await events.close();
    await reads.close();
    rmSync(directory, { recursive: true });
  });

  /** Pages of notebooks that no note fits on for which `isPoison` says so. */
  const pagesWith = (name: string, isPoison: (text: string) => boolean) => {
    const pages = notebookPages(name);
    return {
      ...pages,
      evolve: (page: NotebookPage | null, event: Recorded<NotebookEvent>) => {
        if (event.type === 'NoteTaken' && isPoison(event.data.text)) throw new Error(`${event.data.text} is poison`);
        return pages.evolve(page, event);
      },
    };
  };
  type Pages = ReturnType<typeof pagesWith>;

  const fresh = async (isPoison: (text: string) => boolean): Promise<Pages> => {
    names += 1;
    const pages = pagesWith(`parked-${names}`, isPoison);
    await reads.reset(checkpointName(pages), collectionsOf(pages));
    return pages;
  };

  const take = async (book: string, ...texts: readonly string[]): Promise<void> => {
    await new CommandRunner(events, registry).series(notebookDecider, book, [
      { context: context(), decide: openNotebook() },
      ...texts.map((text) => ({ context: context(), decide: ofExisting(notebookDecider, takeNotes)(text) })),
    ]);
  };

  /** Runs a projector up to the end of the log, and no longer. */
  const project = async (pages: Pages, pageSize = 1_000): Promise<readonly unknown[]> => {
    const errors: unknown[] = [];
    const progress = new Progress();
    const onError = (error: unknown) => errors.push(error);
    const options = { events, reads, registry, projections: [pages], progress, holder: uuidv7(), onError, pageSize };
    const stopping = new AbortController();
    const ended = new Projector(options).run(stopping.signal);
    await new ReadModels(reads, progress).reach([pages], String(await events.head()));
    stopping.abort();
    await ended;
    return errors;
  };

  const content = async ({ documents, rows }: Pages): Promise<ReadonlyMap<string, readonly string[]>> => {
    const found = new Map<string, readonly string[]>();
    const inRows: string[] = [];
    for await (const { doc } of scanAll<NotebookPage>(reads.collection(documents), { index: 'byId' })) {
      found.set(doc.id, doc.notes);
    }
    if (rows)
      for await (const { doc } of scanAll(reads.collection(rows), { index: 'byNotebook' })) inRows.push(doc.text);
    expect(inRows.sort()).toEqual([...found.values()].flat().sort());
    return found;
  };

  it.runIf(isThere)('waits with the later ones of its key, and the rest goes on', async () => {
    const pages = await fresh((text) => text === 'bad');
    await take('one', 'a', 'bad', 'b');
    await take('two', 'c');
    expect(await project(pages)).toEqual([]);
    await take('one', 'd');
    await take('two', 'e');
    expect(await project(pages)).toEqual([]);
    expect(await content(pages)).toEqual(
      new Map([
        ['one', ['a']],
        ['two', ['c', 'e']],
      ]),
    );
    const [parked, ...others] = await listParked(pages, reads, 10);
    expect(others).toEqual([]);
    expect(parked).toMatchObject({ key: 'one', type: 'NoteTaken', error: 'Error: bad is poison', events: 3 });
    const { statuses } = await projectionStatuses([pages], events, await SidedReads.over(reads, [pages]), 0);
    expect(statuses).toMatchObject([{ state: 'upToDate', parked: [parked] }]);
  });

  it.runIf(isThere)('is folded with all that waited once the program can', async () => {
    const pages = await fresh((text) => text === 'bad');
    await take('one', 'a', 'bad', 'b');
    await take('two', 'c');
    await project(pages);
    await take('one', 'd');
    await project(pages);
    expect(await project(pagesWith(pages.name, () => false))).toEqual([]);
    expect(await listParked(pages, reads, 10)).toEqual([]);
    await take('one', 'e');
    await project(pages);
    expect(await content(pages)).toEqual(
      new Map([
        ['one', ['a', 'bad', 'b', 'd', 'e']],
        ['two', ['c']],
      ]),
    );
  });

  it.runIf(isThere)('leaves no mark, whatever is poison, whatever the pages and wherever it is mended', async () => {
    const text = fc.constantFrom('a', 'b', 'c', 'd');
    const note = fc.record({ book: fc.constantFrom('one', 'two', 'three'), text });
    await fc.assert(
      fc.asyncProperty(
        fc.array(note, { minLength: 1, maxLength: 12 }),
        fc.subarray(['a', 'b', 'c', 'd']),
        fc.subarray(['a', 'b', 'c', 'd']),
        fc.integer({ min: 1, max: 6 }),
        async (notes, first, second, pageSize) => {
          names += 1;
          const mended = await fresh(() => false);
          const plain = await fresh(() => false);
          for (const [at, { book, text }] of notes.entries()) {
            await take(`${book}-${names}`, text);
            if (at % 4 === 1)
              await project(
                pagesWith(mended.name, (text) => first.includes(text)),
                pageSize,
              );
            if (at % 4 === 3)
              await project(
                pagesWith(mended.name, (text) => second.includes(text)),
                pageSize,
              );
          }
          await project(mended, pageSize);
          await project(plain);
          expect(await listParked(mended, reads, 10)).toEqual([]);
          expect(await content(mended)).toEqual(await content(plain));
        },
      ),
      { numRuns: kind === 'embedded' ? 25 : 6 },
    );
  });

  it.runIf(isThere)('is folded with all of its key when it was folded anew meanwhile', async () => {
    const bad = await fresh((text) => text === 'bad');
    const mended = pagesWith(bad.name, () => false);
    await take('one', 'a', 'bad', 'b');
    await project(bad);
    await take('two', 'c');
    const head = (await events.head()) ?? 0n;
    const log = (await events.readAll({ limit: 100 })).map((event) => registry.decode(event));
    const parkedKeys = await ParkedKeys.load({ projection: bad, holds: () => true }, reads, head);
    const cache = new DocumentCache();
    const ofOne = log.filter(({ stream }) => stream === 'notebook-one');
    const anew = foldAnew(bad, ofOne, head, cache, parkedKeys);
    await reads.commit({ writes: [...anew, ...parkedKeys.changes(head, 'after the page')], checkpoints: [] });
    expect(await content(bad)).toEqual(new Map([['one', ['a']]]));
    const retry = async (upTo: bigint) => {
      const options = { events, registry, reads, cache, parkedKeys, inPart: true };
      const writes = await retryParked(mended, parkedKeys.all(), upTo, options);
      await reads.commit({ writes: [...writes, ...parkedKeys.changes(upTo, 'after the page')], checkpoints: [] });
    };
    // At the same position it could not take the place of the document.
    await retry(head);
    expect(await content(bad)).toEqual(new Map([['one', ['a']]]));
    expect(parkedKeys.parked('one')).toMatchObject({ anew: true, events: 2 });
    await retry(head + 1n);
    expect(await content(bad)).toEqual(new Map([['one', ['a', 'bad', 'b']]]));
    expect(await listParked(bad, reads, 10)).toEqual([]);
  });

  it.runIf(isThere)('makes the projection fail when those of a thousand keys are poison', async () => {
    const pages = await fresh(() => true);
    for (let book = 0; book <= 1_000; book += 1) await take(`book${book}`, 'x');
    const errors: unknown[] = [];
    const stopping = new AbortController();
    const onError = (error: unknown): void => {
      errors.push(error);
      stopping.abort();
    };
    const options = { events, reads, registry, projections: [pages], progress: new Progress(), holder: uuidv7() };
    await new Projector({ ...options, onError }).run(stopping.signal);
    expect(String(errors[0])).toContain('cannot fold events of over 1000 keys');
    expect(await listParked(pages, reads, 10)).toEqual([]);
  });
});
