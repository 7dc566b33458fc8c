import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Largest } from './largest.js';

it('the largest of many are those that sorting all of them brings to the front', () => {
  const numbers = fc.uniqueArray(fc.integer(), { maxLength: 400 });
  fc.assert(
    fc.property(numbers, fc.nat(20), (all, limit) => {
      const largest = new Largest<number>(limit, (a, b) => b - a);
      for (const number of all) largest.add(number);
      expect(largest.items).toEqual(all.toSorted((a, b) => b - a).slice(0, limit));
    }),
  );
});
