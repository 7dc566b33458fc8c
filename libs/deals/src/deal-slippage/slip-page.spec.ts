import fc from 'fast-check';
import { expect, it } from 'vitest';
import { slipPage } from './slip-page.js';
import type { Slip } from './slips.js';

/** What tells slips of one kind apart. */
const place = fc.record({
  at: fc.integer({ min: -2, max: 3 }),
  revision: fc.nat(3),
  dealId: fc.constantFrom('a', 'b.1', 'c'),
});
const places = fc.uniqueArray(place, {
  selector: ({ at, revision, dealId }) => `${at} ${revision} ${dealId}`,
  maxLength: 60,
});

const slipAt = (of: Pick<Slip, 'at' | 'revision' | 'dealId'>): Slip => ({
  ...{ kind: 'slipped', from: '2017-03-10', to: null, days: 1, isOpen: true, ownerId: 'ann', amount: 100 },
  ...{ credits: [{ ownerId: 'ann', amount: 100 }], row: 0, endRow: 0 },
  ...of,
});

const latestFirst = (a: Slip, b: Slip): number =>
  b.at - a.at || Number(a.dealId > b.dealId) - Number(a.dealId < b.dealId) || b.revision - a.revision;

it('pages of slips, one after the other, have each of them once, the latest first', () => {
  fc.assert(
    fc.property(places, fc.integer({ min: 1, max: 9 }), (found, limit) => {
      const slips = found.map(slipAt);
      const seen: Slip[] = [];
      for (let cursor: string | null | undefined; cursor !== null; ) {
        const { page, next } = slipPage(slips, { limit, ...(cursor !== undefined && { cursor }) });
        expect(page.length).toBe(Math.min(limit, slips.length - seen.length));
        seen.push(...page);
        cursor = next;
      }
      expect(seen).toEqual(slips.toSorted(latestFirst));
    }),
  );
});

it('a page goes on behind its cursor, whether or not that slip is there still', () => {
  const slips = [5, 4, 2, 1].map((at) => slipAt({ at, revision: 1, dealId: 'd' }));
  const shown = slipPage(slips, { limit: 2, cursor: '3.1.d' }).page.map(({ at }) => at);
  expect(shown).toEqual([2, 1]);
});
