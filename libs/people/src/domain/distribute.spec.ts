import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { distribute } from './distribute.js';

const itemLists = fc.uniqueArray(
  fc.record({ id: fc.string({ minLength: 1, maxLength: 4 }), weight: fc.oneof(fc.constant(1), fc.nat(1_000_000)) }),
  { selector: ({ id }) => id, maxLength: 60 },
);
const successorLists = fc.uniqueArray(
  fc.record({
    ownerId: fc.constantFrom('ann', 'bob', 'cy', 'dee', 'eve'),
    share: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 9 }), fc.double({ min: 0.001, max: 1e308, noNaN: true })),
  }),
  { selector: ({ ownerId }) => ownerId, minLength: 1 },
);
const shuffled = <T>(list: readonly T[]) => fc.shuffledSubarray([...list], { minLength: list.length });

describe('distribute', () => {
  it('gives every item to exactly one successor', () => {
    fc.assert(
      fc.property(itemLists, successorLists, (items, successors) => {
        const owners = distribute(items, successors);
        expect([...owners.keys()].sort()).toEqual(items.map(({ id }) => id).sort());
        for (const owner of owners.values()) expect(successors.map(({ ownerId }) => ownerId)).toContain(owner);
      }),
    );
  });

  it('gives each successor their share of the items, to within one', () => {
    fc.assert(
      fc.property(itemLists, successorLists, (items, successors) => {
        const owners = [...distribute(items, successors).values()];
        const largest = Math.max(...successors.map(({ share }) => share));
        const total = successors.reduce((sum, { share }) => sum + share / largest, 0);
        for (const { ownerId, share } of successors) {
          const count = owners.filter((owner) => owner === ownerId).length;
          expect(Math.abs(count - items.length * (share / largest / total))).toBeLessThan(1 + 1e-9);
        }
      }),
    );
  });

  it('gives the same answer whatever the order', () => {
    const reordered = fc
      .tuple(itemLists, successorLists)
      .chain(([items, successors]) =>
        fc.tuple(fc.constant(items), fc.constant(successors), shuffled(items), shuffled(successors)),
      );
    fc.assert(
      fc.property(reordered, ([items, successors, otherItems, otherSuccessors]) => {
        expect([...distribute(otherItems, otherSuccessors)]).toEqual([...distribute(items, successors)]);
      }),
    );
  });

  it('goes on after an interruption at any point as if there had been none', () => {
    const interrupted = fc
      .tuple(itemLists, successorLists)
      .chain(([items, successors]) =>
        fc.tuple(fc.constant(items), fc.constant(successors), fc.subarray([...items]), fc.array(fc.constant('zoe'))),
      );
    fc.assert(
      fc.property(interrupted, ([items, successors, done, gone]) => {
        const whole = distribute(items, successors);
        const received = done.map((item) => ({ ...item, to: whole.get(item.id) ?? '' }));
        const elsewhere = gone.map((to, index) => ({ id: `of zoe ${index}`, weight: 1_000_000, to }));
        const rest = items.filter((item) => !done.includes(item));
        const owners = distribute(rest, successors, [...received, ...elsewhere]);
        expect([...owners]).toEqual([...whole].filter(([id]) => rest.some((item) => item.id === id)));
      }),
    );
  });

  it('deals out the rest though somebody has received more than their share', () => {
    const successors = ['ann', 'bob'].map((ownerId) => ({ ownerId, share: 1 }));
    const received = ['a', 'b', 'c'].map((id) => ({ id, to: 'ann' }));
    const owners = distribute([{ id: 'd' }, { id: 'e' }], successors, received);
    expect([...owners]).toEqual([
      ['d', 'bob'],
      ['e', 'bob'],
    ]);
  });

  it('deals the heavy items out as evenly as the shares', () => {
    const items = [
      { id: 'a', weight: 900 },
      { id: 'b', weight: 800 },
      { id: 'c', weight: 200 },
      { id: 'd', weight: 100 },
    ];
    const successors = [
      { ownerId: 'ann', share: 1 },
      { ownerId: 'bob', share: 1 },
    ];
    expect(Object.fromEntries(distribute(items, successors))).toEqual({ a: 'ann', b: 'bob', c: 'bob', d: 'ann' });
  });

  it('takes items without a weight as equals', () => {
    const items = ['a', 'b', 'c'].map((id) => ({ id }));
    const successors = [
      { ownerId: 'bob', share: 2 },
      { ownerId: 'ann', share: 1 },
    ];
    expect([...distribute(items, successors).values()].sort()).toEqual(['ann', 'bob', 'bob']);
  });
});
