import { describe, expect, it } from 'vitest';
import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import { type Card, cards, put, scanAll, writesOf } from './read-store-fixture.js';

export const documentsAndPositions = (store: () => ReadStore): void => {
  describe('documents', () => {
    it('are read by key, with the position they were written at', async () => {
      const spec = cards();
      await store().ensure([spec]);
      await put(store(), spec, { a: { owner: 'ann' } }, 7n);
      const collection = store().collection(spec);
      expect(await collection.get('a')).toEqual({ key: 'a', position: 7n, doc: { owner: 'ann' } });
      expect(await collection.get('b')).toBeNull();
    });

    it('are read many at a time, by key, those that exist', async () => {
      const spec = cards();
      await put(store(), spec, { a: { amount: 1 }, b: { amount: 2 }, c: { amount: 3 } }, 7n);
      const found = await store().collection(spec).getMany(['c', 'nobody', 'a', 'a']);
      expect(new Map([...found].sort())).toEqual(
        new Map([
          ['a', { key: 'a', position: 7n, doc: { amount: 1 } }],
          ['c', { key: 'c', position: 7n, doc: { amount: 3 } }],
        ]),
      );
      expect(await store().collection(spec).getMany([])).toEqual(new Map());
    });

    const contents: Readonly<Record<string, unknown>> = {
      'nested objects and lists': { lines: [{ price: { amount: 1, tags: ['x', [], {}, [[1]]] } }], none: {} },
      'nulls, booleans and empty text': { a: null, b: [null, true, false], c: '', d: { e: null } },
      'large and fractional numbers': [2 ** 53 - 1, -(2 ** 53 - 1), 2 ** 31, -(2 ** 31) - 1, 0.1, 1e300, 0],
      'text of every kind': 'a\0b\u0001\n"\\\'%$.ñ漢字😀\u{10ffff}',
      'property names of every kind': {
        $set: 1,
        'a.b': { 'c.d': 2, '': 3 },
        _id: 4,
        _position: 5,
        _deleted: true,
        'x%2Ey': 6,
        '😀': 7,
        length: 8,
        toString: 9,
      },
    };
    for (const [name, content] of Object.entries(contents)) {
      it(`come back equal with ${name}`, async () => {
        const spec = cards();
        await put(store(), spec, { a: { content } });
        expect((await store().collection(spec).get('a'))?.doc).toEqual({ content });
      });
    }

    it('may have top-level properties of any name', async () => {
      const spec: CollectionSpec<Record<string, unknown>> = { name: cards().name, columns: {}, indexes: {} };
      const doc = { _id: 1, _position: 'x', _deleted: true, $inc: { $set: 1 }, 'a.b': 2, '': 3, '%5Fid': 4, _key: 5 };
      await store().commit({ writes: [{ collection: spec, key: 'a', position: 3n, doc }], checkpoints: [] });
      const collection = store().collection<Record<string, unknown>>(spec);
      expect(await collection.get('a')).toEqual({ key: 'a', position: 3n, doc });
    });

    it('tell a property that is missing from one that is null', async () => {
      const spec = cards();
      await put(store(), spec, { a: { owner: null }, b: {} });
      expect((await store().collection(spec).get('a'))?.doc).toStrictEqual({ owner: null });
      expect((await store().collection(spec).get('b'))?.doc).toStrictEqual({});
    });

    it('leave out what is undefined', async () => {
      const spec = cards();
      const doc = { owner: 'ann', content: { b: undefined, c: [undefined] }, stage: undefined };
      await store().commit({ writes: [{ collection: spec, key: 'a', position: 1n, doc }], checkpoints: [] });
      expect((await store().collection(spec).get('a'))?.doc).toStrictEqual({ owner: 'ann', content: { c: [null] } });
    });

    it('have keys of any characters', async () => {
      const spec = cards();
      const keys = [
        '',
        ' ',
        'a|b',
        '$x',
        'a.b',
        'ñ',
        '漢',
        '😀',
        "o'brien",
        '"',
        '%',
        '\\',
        'a\0b',
        'a',
        'a\u0001b',
        'A',
      ];
      await put(store(), spec, Object.fromEntries(keys.map((key) => [key, { owner: key, amount: 1 }])));
      const collection = store().collection(spec);
      expect([...(await collection.getMany(keys)).keys()].sort()).toEqual([...keys].sort());
      for (const key of keys) expect((await collection.get(key))?.doc).toEqual({ owner: key, amount: 1 });
      const inOrder = [...keys].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      expect(await scanAll(collection, { index: 'byAmount', equals: { amount: 1 } }, 3)).toEqual(inOrder);
    });

    it('are refused when a column does not hold what it declares', async () => {
      const spec = cards();
      for (const doc of [{ owner: 1 }, { amount: '1' }, { amount: 0.5 }, { amount: 2 ** 53 }, { owner: {} }]) {
        const write = { collection: spec, key: 'a', position: 1n, doc };
        await expect(store().commit({ writes: [write], checkpoints: [] })).rejects.toThrow(TypeError);
      }
      expect(await store().collection(spec).get('a')).toBeNull();
    });
  });

  describe('collections', () => {
    it('can be ensured again, and by several at the same time', async () => {
      const spec = cards();
      await Promise.all([store().ensure([spec]), store().ensure([spec]), store().ensure([spec])]);
      await put(store(), spec, { a: { amount: 1 } });
      await store().ensure([spec]);
      expect(await scanAll(store().collection(spec), { index: 'byAmount' }, 10)).toEqual(['a']);
    });

    it('are empty before anybody ensured them', async () => {
      const collection = store().collection(cards());
      expect(await collection.get('a')).toBeNull();
      expect(await collection.scan({ index: 'byOwner' }, { limit: 5 })).toEqual({ entries: [], next: null });
    });

    it('answer the same without indexes, which are made later', async () => {
      const spec = cards();
      await store().ensure([spec], { indexes: 'later' });
      await put(store(), spec, { a: { owner: 'ann', amount: 2 }, b: { owner: 'bob', amount: 1 } });
      expect(await scanAll(store().collection(spec), { index: 'byAmount' }, 10)).toEqual(['b', 'a']);
      await store().ensure([spec]);
      await put(store(), spec, { c: { owner: 'ann', amount: 0 } });
      expect(await scanAll(store().collection(spec), { index: 'byAmount' }, 10)).toEqual(['c', 'b', 'a']);
    });

    it('answer after they began anew, whoever asks first', async () => {
      const spec = cards();
      await put(store(), spec, { a: { amount: 1 } });
      const asked = store().collection(spec);
      expect(await scanAll(asked, { index: 'byAmount' }, 10)).toEqual(['a']);
      await store().reset('cards', [spec]);
      await put(store(), spec, { b: { amount: 2 } });
      expect(await scanAll(asked, { index: 'byAmount' }, 10)).toEqual(['b']);
      const { sums } = (await asked.sum([{ index: 'byAmount' }], { groupBy: [], sums: ['amount'] }))[0] ?? {};
      expect(sums).toEqual([2]);
    });

    it('are dropped with the checkpoints of their projection, and may be another shape then', async () => {
      const spec = cards();
      await put(store(), spec, { a: { amount: 1 } });
      await store().commit({ writes: [], checkpoints: [{ projection: spec.name, position: 1n, epoch: 1 }] });
      await store().drop(spec.name, [spec.name, 'never_there']);
      await store().drop(spec.name, [spec.name]);
      expect(await store().checkpoints(spec.name)).toEqual([]);
      const other: CollectionSpec<Card> = { ...spec, columns: { owner: 'text' }, indexes: { byOwner: ['owner'] } };
      expect(await store().collection(other).get('a')).toBeNull();
      await put(store(), other, { b: { owner: 'ann' } });
      expect(await scanAll(store().collection(other), { index: 'byOwner' }, 10)).toEqual(['b']);
    });

    it('get an index that was declared later', async () => {
      const spec = cards();
      await put(store(), spec, { a: { stage: 'won' }, b: { stage: 'lost' } });
      const later: CollectionSpec<Card> = { ...spec, indexes: { ...spec.indexes, byStageOnly: ['stage'] } };
      await store().ensure([later]);
      expect(await scanAll(store().collection(later), { index: 'byStageOnly' }, 10)).toEqual(['b', 'a']);
    });

    it('are refused with a name or column that would not fit every store', async () => {
      const spec = cards();
      const broken: CollectionSpec<Card>[] = [
        { ...spec, name: 'cards"; DROP TABLE x' },
        { ...spec, name: 'Cards' },
        { ...spec, columns: { 'a.b': 'text' } as CollectionSpec<Card>['columns'] },
        { ...spec, columns: { _id: 'text' } as CollectionSpec<Card>['columns'] },
        { ...spec, columns: { owner: 'text' } },
        { ...spec, indexes: { none: [] } },
      ];
      for (const each of broken) await expect(store().ensure([each])).rejects.toThrow(TypeError);
    });
  });

  describe('the position guard', () => {
    it('lets a higher position replace the document', async () => {
      const spec = cards();
      await put(store(), spec, { a: { owner: 'ann', amount: 1 } }, 5n);
      await put(store(), spec, { a: { stage: 'won' } }, 6n);
      expect(await store().collection(spec).get('a')).toEqual({ key: 'a', position: 6n, doc: { stage: 'won' } });
      expect(await scanAll(store().collection(spec), { index: 'byOwner', equals: { owner: 'ann' } }, 9)).toEqual([]);
    });

    it('lets a lower or equal position change nothing', async () => {
      const spec = cards();
      await put(store(), spec, { a: { owner: 'ann' } }, 5n);
      for (const position of [5n, 4n, 0n]) {
        await put(store(), spec, { a: { owner: 'bob' } }, position);
        await put(store(), spec, { a: null }, position);
      }
      expect(await store().collection(spec).get('a')).toEqual({ key: 'a', position: 5n, doc: { owner: 'ann' } });
    });

    it('holds for what was deleted, or never was', async () => {
      const spec = cards();
      await put(store(), spec, { a: { owner: 'ann', amount: 1 } }, 5n);
      await put(store(), spec, { a: null, b: null }, 8n);
      await put(store(), spec, { a: { owner: 'ann' }, b: { owner: 'ann' } }, 8n);
      await put(store(), spec, { a: { owner: 'ann' }, b: { owner: 'ann' } }, 7n);
      const collection = store().collection(spec);
      expect(await collection.getMany(['a', 'b'])).toEqual(new Map());
      expect(await scanAll(collection, { index: 'byOwner' }, 9)).toEqual([]);
      expect(await collection.sum([{ index: 'byOwner' }], { groupBy: [], sums: ['amount'] })).toEqual([]);
      await put(store(), spec, { a: { owner: 'cy' } }, 9n);
      expect((await collection.get('a'))?.doc).toEqual({ owner: 'cy' });
      await put(store(), spec, { a: null }, 8n);
      expect((await collection.get('a'))?.doc).toEqual({ owner: 'cy' });
      await put(store(), spec, { a: null }, 10n);
      await put(store(), spec, { a: { owner: 'late' } }, 9n);
      expect(await collection.get('a')).toBeNull();
    });

    it('compares positions beyond 2^53 exactly', async () => {
      const spec = cards();
      await put(store(), spec, { a: { owner: 'ann' } }, 2n ** 62n);
      await put(store(), spec, { a: { owner: 'bob' } }, 2n ** 62n + 1n);
      await put(store(), spec, { a: { owner: 'cy' } }, 2n ** 62n);
      const entry = { key: 'a', position: 2n ** 62n + 1n, doc: { owner: 'bob' } };
      expect(await store().collection(spec).get('a')).toEqual(entry);
    });

    it('makes a repeated commit change nothing', async () => {
      const [one, two] = [cards(), cards()];
      const batch = {
        writes: [...writesOf(one, { a: { amount: 1 }, b: null }, 3n), ...writesOf(two, { a: { amount: 2 } }, 4n)],
        checkpoints: [{ projection: one.name, position: 4n, epoch: 1 }],
      };
      await store().commit(batch);
      await store().commit(batch);
      expect(await store().collection(one).getMany(['a', 'b'])).toEqual(
        new Map([['a', { key: 'a', position: 3n, doc: { amount: 1 } }]]),
      );
      expect((await store().collection(two).get('a'))?.doc).toEqual({ amount: 2 });
      expect(await store().checkpoint(one.name)).toEqual(batch.checkpoints[0]);
    });

    it('takes the last write of a key in a batch', async () => {
      const spec = cards();
      const writes = [1n, 2n, 3n].flatMap((position) => writesOf(spec, { a: { amount: Number(position) } }, position));
      await store().commit({ writes, checkpoints: [] });
      expect(await store().collection(spec).get('a')).toEqual({ key: 'a', position: 3n, doc: { amount: 3 } });
    });

    it('takes batches of thousands, with nothing in them and of several collections', async () => {
      const spec = cards();
      await store().commit({ writes: [], checkpoints: [] });
      const docs = Object.fromEntries(Array.from({ length: 2_500 }, (_, at) => [`k${at}`, { amount: at }]));
      await put(store(), spec, docs);
      const [row] = await store()
        .collection(spec)
        .sum([{ index: 'byAmount' }], { groupBy: [], sums: ['amount'] });
      expect(row).toEqual({ group: [], count: 2_500, sums: [(2_499 * 2_500) / 2] });
      expect((await store().collection(spec).getMany(Object.keys(docs))).size).toBe(2_500);
    });
  });
};
