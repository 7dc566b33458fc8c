import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { CursorPage, type PageOrder } from './cursor-page.js';
import { InvalidCursor } from './read-store.js';

const largestFirst: PageOrder<number> = {
  compare: (a, b) => b - a,
  cursorOf: String,
  placeOf: (cursor) => (/^-?\d+$/.test(cursor) ? Number(cursor) : null),
};

const pageOf = (items: readonly number[], limit: number, cursor?: string): CursorPage<number> => {
  const page = new CursorPage<number>(largestFirst, { limit, ...(cursor !== undefined && { cursor }) });
  for (const item of items) page.add(item);
  return page;
};

describe('a page of a list', () => {
  it('has, with those behind it, each item once and in order, in whichever order they are looked through', () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.integer(), { maxLength: 60 }), fc.integer({ min: 1, max: 9 }), (items, limit) => {
        const seen: number[] = [];
        for (let cursor: string | null | undefined; cursor !== null; ) {
          const page = pageOf(items, limit, cursor);
          expect(page.items).toHaveLength(Math.min(limit, items.length - seen.length));
          seen.push(...page.items);
          cursor = page.next;
        }
        expect(seen).toEqual(items.toSorted(largestFirst.compare));
      }),
    );
  });

  it('goes on behind its cursor, whether or not that item is there still', () => {
    expect(pageOf([5, 4, 2, 1], 2, '3').items).toEqual([2, 1]);
  });

  it('has 50 items when nobody says how many', () => {
    const page = new CursorPage<number>(largestFirst, {});
    for (let item = 0; item < 60; item += 1) page.add(item);
    expect([page.items.length, page.next]).toEqual([50, '10']);
  });

  it('refuses a cursor of another list', () => {
    expect(() => pageOf([1], 1, 'won')).toThrow(InvalidCursor);
  });
});
