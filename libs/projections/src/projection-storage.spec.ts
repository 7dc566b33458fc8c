import { expect, it } from 'vitest';
import type { AnyCollectionSpec, Checkpoint, EnsureOptions, ReadStore } from '#read-store/read-store.js';
import { notebookPages } from '#testing/notebook-pages.js';
import { checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { ProjectionStorage } from './projection-storage.js';

const [begun, toCome] = [notebookPages('begun'), notebookPages('to-come')];
const namesOf = (specs: readonly AnyCollectionSpec[]) => specs.map(({ name }) => name);

/** What is ensured, in turn, when the log has so many events. */
const ensuredWith = async (events: bigint) => {
  const ensured: [readonly string[], 'now' | 'later'][] = [];
  const reads = {
    checkpoints: async () => [{ projection: `${checkpointName(begun)}/1-of-2`, position: 1n, epoch: 1 } as Checkpoint],
    ensure: async (specs: readonly AnyCollectionSpec[], { indexes = 'now' }: EnsureOptions = {}) => {
      if (specs.length > 0) ensured.push([namesOf(specs), indexes]);
    },
    drop: async () => undefined,
  } as unknown as ReadStore;
  const storage = new ProjectionStorage({ reads, events: { head: async () => events } }, [begun, toCome]);
  await storage.ensure();
  const first = ensured.splice(0);
  await storage.complete(1n);
  await storage.complete(1n);
  return { first, after: ensured };
};

it('makes the indexes of a projection that begins with a long log when all of it is folded, once', async () => {
  const [old, young] = [begun, toCome].map((projection) => namesOf(collectionsOf(projection)));
  expect(await ensuredWith(10_000n)).toEqual({
    first: [
      [young, 'later'],
      [old, 'now'],
    ],
    after: [[young, 'now']],
  });
});

it('makes all indexes at once where the log is short', async () => {
  const all = [begun, toCome].flatMap((projection) => namesOf(collectionsOf(projection)));
  expect(await ensuredWith(9_999n)).toEqual({ first: [[all, 'now']], after: [] });
});

it('drops what earlier versions have left, on both sides, when all of the log is folded in all shards', async () => {
  const dropped: [string, readonly string[]][] = [];
  let checkpoints = [{ projection: 'book.v3/1-of-2', position: 9n }];
  const reads = {
    checkpoints: async () => checkpoints,
    ensure: async () => undefined,
    drop: async (projection: string, names: readonly string[]) => {
      dropped.push([projection, names]);
    },
  } as unknown as ReadStore;
  const second = notebookPages('book');
  const { documents } = second;
  const third = { ...second, version: 3, documents: { ...documents, name: 'book_v3' } };
  const complete = async (): Promise<void> => {
    const storage = new ProjectionStorage({ reads, events: { head: async () => 9n } }, [third]);
    await storage.ensure();
    expect(dropped).toEqual([]);
    await storage.complete(9n);
  };
  // The other shard is another process's.
  await complete();
  checkpoints = [...checkpoints, { projection: 'book.v3/2-of-2', position: 8n }];
  await complete();
  checkpoints = [...checkpoints.slice(0, 1), { projection: 'book.v3/2-of-2', position: 9n }];
  await complete();
  expect(dropped.map(([projection]) => projection)).toEqual(['book.v1', 'book.v1.b', 'book.v2', 'book.v2.b']);
  expect(dropped[1]?.[1]).toContain('book_v1_troubled_b');
  expect(dropped[2]?.[1]).toContain('book_v2');
  // Rows are named without a version here: they are what is in use.
  expect(dropped.flatMap(([, names]) => names).filter((name) => name.includes('rows'))).toEqual([]);
});
