import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DateRange } from '#kernel/period.js';
import type { Versions } from '#projections/versions.js';
import { RecordsByDays } from './records-by-days.js';

type Said = Readonly<{ id: string; days: DateRange }>;

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2017-02-${String(number).padStart(2, '0')}`);
const bound = fc.option(day, { nil: null });
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const said = fc
  .dictionary(fc.constantFrom('a', 'b', 'c', 'd', 'e'), days)
  .map((all) => Object.entries(all).map(([id, of]) => ({ id, days: of })));

const recordOf = (state: Said): Versions<Said> => {
  const at = '2017-01-01T00:00:00.000Z';
  return { id: state.id, versions: [{ validFrom: at, recordedAt: at, revision: 0, state }] };
};

it('finds the records whose days are all within those asked about', () => {
  fc.assert(
    fc.property(said, bound, bound, (all, from, to) => {
      const records = new RecordsByDays<Said>((state) => state.days);
      // A replica may bring each of them again.
      for (const each of [...all, ...all]) records.put(each.id, recordOf(each));
      const isWithin = (each: Said): boolean =>
        (from === null || from <= each.days.from) && (to === null || (each.days.from < to && each.days.to <= to));
      const found = records.within({ from, to }).map(({ id }) => id);
      expect(found.toSorted()).toEqual(
        all
          .filter(isWithin)
          .map(({ id }) => id)
          .toSorted(),
      );
      records.clear();
      expect(records.within({ from: null, to: null })).toEqual([]);
    }),
  );
});
