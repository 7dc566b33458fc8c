import { describe, expect, it } from 'vitest';
import { InvalidCursor, type Range, type ReadStore } from '#read-store/read-store.js';
import { type Card, cards, keysOf, put, scanAll } from './read-store-fixture.js';

const someCards: Readonly<Record<string, Card>> = {
  a: { owner: 'ann', stage: 'new', amount: 10, closeOn: '2017-01-05' },
  b: { owner: 'ann', stage: 'new', amount: 20, closeOn: '2017-02-05' },
  c: { owner: 'ann', stage: 'won', amount: 20 },
  d: { owner: 'bob', stage: 'new', amount: 5, closeOn: '2017-01-20' },
  e: { owner: 'bob', stage: 'lost' },
  f: { owner: null, stage: 'new', amount: 7, closeOn: '2017-03-01' },
  g: { stage: 'won', amount: null, closeOn: '2017-01-05' },
  h: { owner: '', amount: -3 },
};

const filled = async (store: ReadStore, docs: Readonly<Record<string, Card>> = someCards) => {
  const spec = cards();
  await store.ensure([spec]);
  await put(store, spec, docs);
  return { spec, collection: store.collection(spec) };
};

export const pagesAndSums = (store: () => ReadStore): void => {
  describe('a scan', () => {
    const byOwner = ['g', 'f', 'h', 'a', 'b', 'c', 'e', 'd'];

    it('is in the order of the index columns, then the key, nulls and missing first', async () => {
      const { collection } = await filled(store());
      expect(await scanAll(collection, { index: 'byOwner' }, 100)).toEqual(byOwner);
      expect(await scanAll(collection, { index: 'byAmount' }, 100)).toEqual(['e', 'g', 'h', 'd', 'f', 'a', 'b', 'c']);
    });

    it('is the same in pages of any size, forwards and backwards', async () => {
      const { collection } = await filled(store());
      for (const limit of [1, 2, 3, 7, 8, 9]) {
        expect(await scanAll(collection, { index: 'byOwner' }, limit)).toEqual(byOwner);
        expect(await scanAll(collection, { index: 'byOwner' }, limit, true)).toEqual([...byOwner].reverse());
      }
    });

    const ranges: readonly (readonly [string, Range, readonly string[]])[] = [
      ['equality on a prefix', { index: 'byOwner', equals: { owner: 'ann' } }, ['a', 'b', 'c']],
      ['equality with null', { index: 'byOwner', equals: { owner: null } }, ['g', 'f']],
      ['equality on all columns', { index: 'byOwner', equals: { owner: 'ann', amount: 20 } }, ['b', 'c']],
      ['an upper bound', { index: 'byAmount', range: { column: 'amount', lt: 10 } }, ['h', 'd', 'f']],
      ['an inclusive upper bound', { index: 'byAmount', range: { column: 'amount', lte: 10 } }, ['h', 'd', 'f', 'a']],
      ['a lower bound', { index: 'byAmount', range: { column: 'amount', gt: 10 } }, ['b', 'c']],
      ['both bounds', { index: 'byAmount', range: { column: 'amount', gte: 5, lt: 20 } }, ['d', 'f', 'a']],
      ['bounds of text', { index: 'byOwner', range: { column: 'owner', gte: '', lt: 'b' } }, ['h', 'a', 'b', 'c']],
      ['a bound that is null', { index: 'byOwner', range: { column: 'owner', gte: null } }, []],
      [
        'a prefix and a range',
        { index: 'byStage', equals: { stage: 'new' }, range: { column: 'owner', gt: 'ann' } },
        ['d'],
      ],
      ['a filter by value', { index: 'byOwner', filter: { stage: 'new' } }, ['f', 'a', 'b', 'd']],
      ['a filter by null', { index: 'byOwner', filter: { closeOn: null } }, ['h', 'c', 'e']],
      ['a filter by a list', { index: 'byOwner', filter: { stage: ['won', 'lost'] } }, ['g', 'c', 'e']],
      ['a filter by a list with null', { index: 'byOwner', filter: { stage: ['won', null] } }, ['g', 'h', 'c']],
      ['a filter by an empty list', { index: 'byOwner', filter: { stage: [] } }, []],
      [
        'a filter by bounds, which no null meets',
        { index: 'byOwner', filter: { closeOn: { gte: '2017-01-05', lt: '2017-02-05' } } },
        ['g', 'a', 'd'],
      ],
      ['a filter by a bound that is null', { index: 'byOwner', filter: { closeOn: { lt: null } } }, []],
      [
        'several filters, also on the column of the range',
        {
          index: 'byStage',
          equals: { stage: 'new' },
          range: { column: 'owner', gte: 'a' },
          filter: { amount: [10, 5, 7], owner: ['ann', 'bob'], closeOn: { gt: '2017-01-05' } },
        },
        ['d'],
      ],
      [
        'a filter on a column that equality fixed',
        { index: 'byOwner', equals: { owner: 'ann' }, filter: { owner: 'bob' } },
        [],
      ],
    ];
    for (const [name, range, keys] of ranges) {
      it(`narrows to ${name}`, async () => {
        const { collection } = await filled(store());
        expect(await scanAll(collection, range, 100)).toEqual(keys);
        expect(await scanAll(collection, range, 1)).toEqual(keys);
        expect(await scanAll(collection, range, 2, true)).toEqual([...keys].reverse());
      });
    }

    it('orders text by code point and integers by size', async () => {
      const text = [
        '',
        ' ',
        '\u0001',
        '\0',
        'Z',
        'a',
        'a\0',
        'a\u0001',
        'aa',
        'a ',
        'ä',
        'z',
        'é',
        'e\u0301',
        '漢',
        '\uffee',
        '😀',
        '10',
        '9',
      ];
      const integers = [2 ** 53 - 1, -(2 ** 53 - 1), 10, 9, 0, -1, 2 ** 31, 2 ** 31 - 1, -(2 ** 31) - 1, 2 ** 40];
      const { collection } = await filled(store(), {
        ...Object.fromEntries(text.map((owner) => [`t${owner}`, { owner, stage: 'text' }])),
        ...Object.fromEntries(integers.map((amount) => [`${amount}`, { amount, stage: 'integer' }])),
      });
      const textInOrder = [...text].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b)));
      const scanned = await collection.scan({ index: 'byStage', equals: { stage: 'text' } }, { limit: 100 });
      expect(scanned.entries.map(({ doc }) => doc.owner)).toEqual(textInOrder);
      expect(await scanAll(collection, { index: 'byStage', equals: { stage: 'text' } }, 4)).toEqual(
        textInOrder.map((owner) => `t${owner}`),
      );
      const integersInOrder = [...integers].sort((a, b) => a - b).map(String);
      expect(await scanAll(collection, { index: 'byStage', equals: { stage: 'integer' } }, 3)).toEqual(integersInOrder);
    });

    it('goes on behind its last entry, whatever came or went in between', async () => {
      const { spec, collection } = await filled(store());
      const first = await collection.scan({ index: 'byOwner' }, { limit: 4 });
      expect(keysOf(first)).toEqual(['g', 'f', 'h', 'a']);
      await put(store(), spec, { a: null, g: null, b: null, aa: { owner: 'ann', amount: 10 }, z: { owner: 'a' } }, 2n);
      const rest = await collection.scan({ index: 'byOwner' }, { limit: 9, cursor: first.next ?? '' });
      expect(keysOf(rest)).toEqual(['aa', 'c', 'e', 'd']);
      expect(rest.next).toBeNull();
    });

    it('ends with null also when the last page is full', async () => {
      const { collection } = await filled(store());
      expect((await collection.scan({ index: 'byOwner' }, { limit: 8 })).next).toBeNull();
      expect((await collection.scan({ index: 'byOwner' }, { limit: 7 })).next).not.toBeNull();
    });

    it('refuses a cursor of another query, and garbage', async () => {
      const { collection } = await filled(store());
      const { next } = await collection.scan({ index: 'byOwner' }, { limit: 2 });
      const cursor = next ?? '';
      const others: readonly (readonly [Range, boolean, string])[] = [
        [{ index: 'byOwner' }, true, cursor],
        [{ index: 'byAmount' }, false, cursor],
        [{ index: 'byOwner', equals: { owner: 'ann' } }, false, cursor],
        [{ index: 'byOwner', filter: { stage: 'new' } }, false, cursor],
        [{ index: 'byOwner', range: { column: 'owner', gt: 'a' } }, false, cursor],
        [{ index: 'byOwner' }, false, ''],
        [{ index: 'byOwner' }, false, 'garbage'],
        [{ index: 'byOwner' }, false, cursor.slice(0, -3)],
        [{ index: 'byOwner' }, false, Buffer.from('{"a":1}').toString('base64url')],
        [{ index: 'byOwner' }, false, Buffer.from('[]').toString('base64url')],
      ];
      for (const [range, descending, wrong] of others) {
        await expect(collection.scan(range, { limit: 2, descending, cursor: wrong })).rejects.toThrow(InvalidCursor);
      }
    });

    it('refuses a range that is no stretch of the index', async () => {
      const { collection } = await filled(store());
      const broken: readonly Range[] = [
        { index: 'none' },
        { index: 'byOwner', equals: { amount: 1 } },
        { index: 'byOwner', range: { column: 'amount', gt: 1 } },
        { index: 'byOwner', filter: { content: 'x' } },
        { index: 'byOwner', equals: { owner: 1 } },
        { index: 'byAmount', range: { column: 'amount', gt: '1' } },
      ];
      for (const range of broken) await expect(collection.scan(range, { limit: 1 })).rejects.toThrow(TypeError);
    });
  });

  describe('a find', () => {
    const union: readonly Range[] = [
      { index: 'byOwner', equals: { owner: 'bob' } },
      { index: 'byOwner', equals: { owner: 'ann' } },
      { index: 'byOwner', equals: { owner: null }, filter: { stage: 'won' } },
      { index: 'byOwner', equals: { owner: 'nobody' } },
    ];

    it('gives the union of disjoint ranges, at most so many', async () => {
      const { collection } = await filled(store());
      const all = await collection.find(union, { limit: 100 });
      expect(all.map(({ key }) => key).sort()).toEqual(['a', 'b', 'c', 'd', 'e', 'g']);
      expect(all.find(({ key }) => key === 'c')?.doc).toEqual(someCards.c);
      expect((await collection.find(union, { limit: 4 })).length).toBe(4);
      expect(await collection.find([], { limit: 4 })).toEqual([]);
    });

    it('gives the first ones of the whole union by a column, then the key', async () => {
      const { collection } = await filled(store());
      const found = async (limit: number, descending: boolean) =>
        keysOf({ entries: await collection.find(union, { limit, orderBy: 'amount', descending }) });
      expect(await found(100, false)).toEqual(['e', 'g', 'd', 'a', 'b', 'c']);
      expect(await found(100, true)).toEqual(['c', 'b', 'a', 'd', 'g', 'e']);
      expect(await found(3, true)).toEqual(['c', 'b', 'a']);
      expect(await found(3, false)).toEqual(['e', 'g', 'd']);
    });
  });

  describe('a sum', () => {
    const inOrder = <T extends Readonly<{ group: readonly unknown[] }>>(rows: readonly T[]): readonly T[] =>
      [...rows].sort((a, b) => (JSON.stringify(a.group) < JSON.stringify(b.group) ? -1 : 1));

    it('counts and adds by group; null and missing are one group, and add nothing', async () => {
      const { collection } = await filled(store());
      const rows = await collection.sum([{ index: 'byOwner' }], { groupBy: ['owner'], sums: ['amount'] });
      expect(inOrder(rows)).toEqual([
        { group: [''], count: 1, sums: [-3] },
        { group: ['ann'], count: 3, sums: [50] },
        { group: ['bob'], count: 2, sums: [5] },
        { group: [null], count: 2, sums: [7] },
      ]);
    });

    it('covers the union of disjoint ranges', async () => {
      const { collection } = await filled(store());
      const ranges: readonly Range[] = [
        { index: 'byOwner', equals: { owner: 'ann' } },
        { index: 'byOwner', equals: { owner: null } },
        { index: 'byStage', equals: { stage: 'new' }, filter: { owner: ['bob'] } },
        { index: 'byOwner', equals: { owner: 'nobody' } },
      ];
      const rows = await collection.sum(ranges, { groupBy: ['stage', 'closeOn'], sums: ['amount'] });
      expect(inOrder(rows)).toEqual([
        { group: ['new', '2017-01-05'], count: 1, sums: [10] },
        { group: ['new', '2017-01-20'], count: 1, sums: [5] },
        { group: ['new', '2017-02-05'], count: 1, sums: [20] },
        { group: ['new', '2017-03-01'], count: 1, sums: [7] },
        { group: ['won', '2017-01-05'], count: 1, sums: [0] },
        { group: ['won', null], count: 1, sums: [20] },
      ]);
    });

    it('is one row without groups, and groups by integers too', async () => {
      const { collection } = await filled(store());
      const all = await collection.sum([{ index: 'byAmount' }], { groupBy: [], sums: ['amount', 'amount'] });
      expect(all).toEqual([{ group: [], count: 8, sums: [59, 59] }]);
      const range: Range = { index: 'byAmount', range: { column: 'amount', gte: 10 } };
      expect(inOrder(await collection.sum([range], { groupBy: ['amount'], sums: [] }))).toEqual([
        { group: [10], count: 1, sums: [] },
        { group: [20], count: 2, sums: [] },
      ]);
    });

    it('has no rows when nothing matches', async () => {
      const { collection } = await filled(store());
      const nobody: Range = { index: 'byOwner', equals: { owner: 'nobody' } };
      expect(await collection.sum([nobody], { groupBy: [], sums: ['amount'] })).toEqual([]);
      expect(await collection.sum([nobody], { groupBy: ['stage'], sums: ['amount'] })).toEqual([]);
      expect(await collection.sum([], { groupBy: [], sums: ['amount'] })).toEqual([]);
      const none: Range = { index: 'byOwner', filter: { stage: [] } };
      expect(await collection.sum([none], { groupBy: [], sums: ['amount'] })).toEqual([]);
    });

    it('is exact up to 2^53, with small and large integers mixed', async () => {
      const amounts = [2 ** 31 - 1, 1, 2 ** 31, 2 ** 52, 2 ** 52 - 2 ** 33, 12_345, -7];
      const docs = Object.fromEntries(amounts.map((amount, at) => [`${at}`, { owner: 'ann', amount }]));
      const { collection } = await filled(store(), docs);
      const total = Number(amounts.reduce((sum, amount) => sum + BigInt(amount), 0n));
      expect(await collection.sum([{ index: 'byOwner' }], { groupBy: [], sums: ['amount'] })).toEqual([
        { group: [], count: amounts.length, sums: [total] },
      ]);
    });

    it('groups text with odd characters', async () => {
      const owners = ['a\0b', 'a', 'a\u0001', '$x', '漢😀'];
      const docs = Object.fromEntries(owners.map((owner, at) => [`${at}`, { owner, amount: at }]));
      const { collection } = await filled(store(), docs);
      const rows = await collection.sum([{ index: 'byOwner' }], { groupBy: ['owner'], sums: ['amount'] });
      expect(inOrder(rows)).toEqual(inOrder(owners.map((owner, at) => ({ group: [owner], count: 1, sums: [at] }))));
    });
  });
};
