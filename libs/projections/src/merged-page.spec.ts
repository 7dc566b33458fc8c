import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { InvalidCursor } from '#read-store/read-store.js';
import { mergedPage } from './merged-page.js';

const byValue = (a: number, b: number): number => a - b;

/** A list whose pages now and then end early, as those that leave entries out do. */
const listOf =
  (values: readonly number[], most: number) =>
  async ({ limit, cursor = '0' }: Readonly<{ limit: number; cursor?: string }>) => {
    const from = Number(cursor);
    const items = values.slice(from, from + Math.min(limit, most));
    const end = from + items.length;
    return { items, next: end < values.length ? String(end) : null };
  };

describe('several lists as one', () => {
  it('give every item once and in order, in pages of any size', async () => {
    const sorted = fc.array(fc.nat(99), { maxLength: 20 }).map((values) => values.sort(byValue));
    await fc.assert(
      fc.asyncProperty(
        fc.array(sorted, { minLength: 1, maxLength: 4 }),
        fc.integer({ min: 1, max: 7 }),
        fc.integer({ min: 1, max: 7 }),
        async (lists, limit, most) => {
          const found: number[] = [];
          let cursor: string | undefined;
          for (let pages = 0; pages < 500; pages += 1) {
            const asked = { limit, ...(cursor !== undefined && { cursor }) };
            const page = await mergedPage(
              lists.map((values) => listOf(values, most)),
              byValue,
              asked,
            );
            expect(page.items.length).toBeLessThanOrEqual(limit);
            found.push(...page.items);
            if (page.next === null) break;
            cursor = page.next;
          }
          expect(found).toEqual(lists.flat().sort(byValue));
        },
      ),
    );
  });

  it('take no cursor of others', async () => {
    const lists = [listOf([1], 1), listOf([2], 1)];
    for (const cursor of ['x', 'WzBd', 'WzEsMl0']) {
      await expect(mergedPage(lists, byValue, { limit: 1, cursor })).rejects.toThrow(InvalidCursor);
    }
  });
});
