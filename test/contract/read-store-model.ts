import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { Range, ReadStore, Scalar, Write } from '#read-store/read-store.js';
import { type Card, cards, scanAll } from './read-store-fixture.js';

type Remembered = Readonly<{ position: bigint; doc: Card | null }>;

const nullable = <T>(values: fc.Arbitrary<T>) => fc.option(values, { nil: null });
const owner = fc.constantFrom('ann', 'bob', 'Ünal', '漢', '😀', '', 'a\0b');
const card = fc.record(
  {
    owner: nullable(owner),
    stage: nullable(fc.constantFrom('new', 'won')),
    amount: nullable(fc.integer({ min: -5, max: 5 })),
    closeOn: nullable(fc.constantFrom('2017-01-01', '2017-02-01')),
  },
  { requiredKeys: [] },
);
const write = fc.record({
  key: fc.constantFrom('a', 'b', 'c', 'd', 'é', '😀', '\uffee', '$k.x'),
  position: fc.bigInt({ min: 0n, max: 30n }),
  doc: nullable(card),
});
const range: fc.Arbitrary<Range> = fc.oneof(
  fc.constantFrom<Range>({ index: 'byOwner' }, { index: 'byStage' }, { index: 'byAmount' }),
  nullable(owner).map((value) => ({ index: 'byOwner', equals: { owner: value } })),
  fc
    .tuple(fc.integer({ min: -5, max: 5 }), fc.integer({ min: -5, max: 5 }), nullable(owner))
    .map(([gte, lt, value]) => ({
      index: 'byAmount',
      range: { column: 'amount', gte, lt },
      filter: { owner: [value, 'ann'] },
    })),
  owner.map((gt) => ({ index: 'byStage', equals: { stage: 'new' }, range: { column: 'owner', gt } })),
);

const columnValue = (doc: Card, column: string): Scalar =>
  (doc as Readonly<Record<string, Scalar | undefined>>)[column] ?? null;

const compare = (a: Scalar, b: Scalar): number => {
  if (a === null || b === null) return Number(a !== null) - Number(b !== null);
  return typeof a === 'number' && typeof b === 'number'
    ? a - b
    : Buffer.compare(Buffer.from(`${a}`), Buffer.from(`${b}`));
};

const meets = (doc: Card, { equals = {}, range: bounds, filter = {} }: Range): boolean => {
  const [column, gt, gte, lt] = [bounds?.column ?? '', bounds?.gt ?? null, bounds?.gte ?? null, bounds?.lt ?? null];
  const value = columnValue(doc, column);
  return (
    Object.entries(equals).every(([name, by]) => columnValue(doc, name) === by) &&
    (bounds === undefined || value !== null) &&
    (gt === null || compare(value, gt) > 0) &&
    (gte === null || compare(value, gte) >= 0) &&
    (lt === null || compare(value, lt) < 0) &&
    Object.entries(filter).every(([name, by]) => Array.isArray(by) && by.includes(columnValue(doc, name)))
  );
};

export const agreesWithAModel = (store: () => ReadStore): void => {
  it('agrees with a model in memory, for any commits, repeated and out of order', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(write, { maxLength: 6 }), { maxLength: 6 }),
        fc.array(range, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 4 }),
        fc.boolean(),
        async (batches, ranges, limit, descending) => {
          const spec = cards();
          await store().ensure([spec]);
          const model = new Map<string, Remembered>();
          for (const batch of batches) {
            const inOrder = [...batch].sort((a, b) => Number(a.position - b.position));
            const writes = inOrder.filter(
              // Two documents at one position of one key never are: a fold is unique.
              (one, at) =>
                !inOrder.slice(0, at).some(({ key, position }) => key === one.key && position === one.position),
            );
            for (const { key, position, doc } of writes) {
              if (position > (model.get(key)?.position ?? -1n)) model.set(key, { position, doc });
            }
            await store().commit({
              writes: writes.map((each): Write => ({ collection: spec, ...each })),
              checkpoints: [],
            });
          }
          const collection = store().collection(spec);
          const alive = [...model].flatMap(([key, { position, doc }]) => (doc ? [{ key, position, doc }] : []));
          expect(await collection.getMany([...model.keys()])).toEqual(
            new Map(alive.map((entry) => [entry.key, entry])),
          );
          for (const each of ranges) {
            const columns = spec.indexes[each.index] ?? [];
            const expected = alive
              .filter(({ doc }) => meets(doc, each))
              .sort((a, b) => {
                const differing = columns.find(
                  (column) => compare(columnValue(a.doc, column), columnValue(b.doc, column)) !== 0,
                );
                return differing
                  ? compare(columnValue(a.doc, differing), columnValue(b.doc, differing))
                  : compare(a.key, b.key);
              });
            const keys = expected.map(({ key }) => key);
            expect(await scanAll(collection, each, limit, descending)).toEqual(descending ? keys.reverse() : keys);
            const [total] = await collection.sum([each], { groupBy: [], sums: ['amount'] });
            expect([total?.count ?? 0, total?.sums[0] ?? 0]).toEqual([
              expected.length,
              expected.reduce((sum, { doc }) => sum + (doc.amount ?? 0), 0),
            ]);
          }
        },
      ),
      { numRuns: 25 },
    );
  }, 120_000);
};
