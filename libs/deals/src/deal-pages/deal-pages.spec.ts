import fc from 'fast-check';
import { expect, it } from 'vitest';
import { largestFirst, latestFirst } from './deal-pages.contract.js';

const dealId = fc.constantFrom('a', 'b.1', '7.c', 'd');

it('an amount and the id of a deal come back from their cursor', () => {
  fc.assert(
    fc.property(fc.nat(), dealId, (amount, id) => {
      const place = { amount, dealId: id };
      expect(largestFirst.placeOf(largestFirst.cursorOf(place))).toEqual(place);
    }),
  );
});

it('an instant, also one before 1970, a revision and the id of a deal come back from their cursor', () => {
  fc.assert(
    fc.property(fc.integer(), fc.nat(), dealId, (at, revision, id) => {
      const place = { at, revision, dealId: id };
      expect(latestFirst.placeOf(latestFirst.cursorOf(place))).toEqual(place);
    }),
  );
});

it.each(['', 'x', '1', '1.', '.a', '-1.a', 'b.1.a'])('no place is read from %j', (cursor) => {
  expect([largestFirst.placeOf(cursor), latestFirst.placeOf(cursor)]).toEqual([null, null]);
});

it('the latest comes first, then the deal with the first id, then its last event', () => {
  const place = (at: number, id: string, revision: number) => ({ at, dealId: id, revision });
  const inOrder = [place(5, 'b', 0), place(3, 'a', 2), place(3, 'a', 1), place(3, 'b', 9)];
  expect(inOrder.toReversed().toSorted(latestFirst.compare)).toEqual(inOrder);
});
