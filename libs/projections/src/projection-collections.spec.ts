import { expect, it } from 'vitest';
import type { AnyCollectionSpec, Checkpoint, EnsureOptions, ReadStore } from '#read-store/read-store.js';
import { notebookPages } from '#testing/notebook-pages.js';
import { checkpointName } from './projection.js';
import { collectionsOf, ProjectionCollections } from './projection-collections.js';

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
  } as unknown as ReadStore;
  const collections = new ProjectionCollections({ reads, events: { head: async () => events } }, [begun, toCome]);
  await collections.ensure();
  const first = ensured.splice(0);
  await collections.index();
  await collections.index();
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
