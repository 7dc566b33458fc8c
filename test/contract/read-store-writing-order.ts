import { describe, expect, it } from 'vitest';
import type { CollectionSpec, Entry, ReadCollection, ReadStore, WritingPlace } from '#read-store/read-store.js';
import { type Card, cards, keysOf, put } from './read-store-fixture.js';

const ordered = (): CollectionSpec<Card> => ({ ...cards(), inWritingOrder: true });

/** Keys in writing order behind the place, by pages. */
const keysBehind = async (
  collection: ReadCollection<Card>,
  from: WritingPlace,
  limit: number,
): Promise<readonly string[]> => {
  const keys: string[] = [];
  let place = from;
  for (;;) {
    const entries: readonly Entry<Card>[] = await collection.writtenAfter(place, limit);
    keys.push(...keysOf({ entries }));
    const last = entries.at(-1);
    if (last === undefined) return keys;
    place = last;
  }
};

export const writingOrder = (store: () => ReadStore): void => {
  describe('documents in writing order', () => {
    it('come by position, then key, behind the place, in pages of any size', async () => {
      const spec = ordered();
      await store().ensure([spec]);
      await put(store(), spec, { c: { amount: 1 }, a: { amount: 2 } }, 9n);
      await put(store(), spec, { z: { amount: 3 } }, 4n);
      await put(store(), spec, { b: { amount: 4 } }, 2n ** 53n + 1n);
      const collection = store().collection(spec);
      for (const limit of [1, 2, 3, 10]) {
        expect(await keysBehind(collection, { position: -1n }, limit)).toEqual(['z', 'a', 'c', 'b']);
        expect(await keysBehind(collection, { position: 4n }, limit)).toEqual(['a', 'c', 'b']);
        expect(await keysBehind(collection, { position: 9n, key: 'a' }, limit)).toEqual(['c', 'b']);
        expect(await keysBehind(collection, { position: 9n }, limit)).toEqual(['b']);
      }
      const [first] = await collection.writtenAfter({ position: -1n }, 1);
      expect(first).toEqual({ key: 'z', position: 4n, doc: { amount: 3 } });
    });

    it('show a document where it was written last, and not once it is deleted', async () => {
      const spec = ordered();
      await put(store(), spec, { a: { amount: 1 }, b: { amount: 2 } }, 1n);
      await put(store(), spec, { a: { amount: 3 } }, 5n);
      const collection = store().collection(spec);
      expect(await keysBehind(collection, { position: 0n }, 10)).toEqual(['b', 'a']);
      await put(store(), spec, { b: null }, 6n);
      expect(await keysBehind(collection, { position: 0n }, 10)).toEqual(['a']);
    });

    it('are refused for a collection that is not declared so', async () => {
      await expect(store().collection(cards()).writtenAfter({ position: 0n }, 1)).rejects.toThrow(TypeError);
    });
  });
};
