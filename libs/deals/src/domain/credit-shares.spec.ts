import fc from 'fast-check';
import { expect, it } from 'vitest';
import { allocate } from '#kernel/money.js';
import { linesShared } from './credit-shares.js';

const sumOf = (amounts: readonly number[]): number => amounts.reduce((sum, amount) => sum + amount, 0);

it('shares each line so that the lines of a share add up to what it has of the whole deal', () => {
  // 0.05 to halves is 0.03 and 0.02: the second line makes good what the first gave away.
  expect(linesShared([1, 4], [5_000, 5_000])).toEqual([
    [1, 0],
    [2, 2],
  ]);
});

it('adds up both ways, to the last minor unit, whatever the lines and the shares', () => {
  const lines = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 6 });
  const shares = fc.array(fc.integer({ min: 1, max: 9_999 }), { minLength: 1, maxLength: 6 });
  fc.assert(
    fc.property(lines, shares, (amounts, basisPoints) => {
      const shared = linesShared(amounts, basisPoints);
      expect(shared.map(sumOf)).toEqual(amounts);
      const ofShares = basisPoints.map((_, share) => sumOf(shared.map((parts) => parts[share] ?? 0)));
      expect(ofShares).toEqual(allocate(sumOf(amounts), basisPoints));
      expect(shared.flat().every((part) => part >= 0)).toBe(true);
    }),
  );
});
