import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TupleNumbers } from './tuple-numbers.js';

it('pairs are numbered in the order of their first use', () => {
  const pairs = fc.array(fc.tuple(fc.nat(2 ** 31 - 1), fc.nat(20)), { maxLength: 500 });
  fc.assert(
    fc.property(pairs, (used) => {
      const numbers = new TupleNumbers();
      const found = used.map(([head, last]) => numbers.of(head, last));
      const names = [...new Set(used.map((pair) => pair.join()))];
      expect(found).toEqual(used.map((pair) => names.indexOf(pair.join())));
    }),
  );
});
