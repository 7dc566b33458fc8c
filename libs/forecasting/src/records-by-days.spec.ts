import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { DateRange } from '#kernel/period.js';
import { stateAt, type Versions } from '#projections/versions.js';
import { RecordsByDays } from './records-by-days.js';

type Said = Readonly<{ id: string; days: DateRange }>;

const day = fc.integer({ min: 1, max: 28 }).map((number) => `2017-02-${String(number).padStart(2, '0')}`);
const bound = fc.option(day, { nil: null });
const days = fc.tuple(day, day).map(([a, b]) => (a < b ? { from: a, to: b } : { from: b, to: a }));
const instant = fc.integer({ min: 0, max: 5 }).map((hour) => `2017-01-01T0${hour}:00:00.000Z`);

/** Of several versions, about other days where the settings came to name them otherwise. */
const record = (id: string): fc.Arbitrary<Versions<Said>> =>
  fc.array(fc.tuple(days, instant), { minLength: 1, maxLength: 3 }).map((versions) => ({
    id,
    versions: versions
      .toSorted(([, a], [, b]) => (a < b ? -1 : Number(a > b)))
      .map(([of, at], revision) => ({ validFrom: at, recordedAt: at, revision, state: { id, days: of } })),
  }));
const records = fc.subarray(['a', 'b', 'c', 'd', 'e']).chain((ids) => fc.tuple(...ids.map(record)));

it('finds what was true then of the records whose days are all within those asked about', () => {
  fc.assert(
    fc.property(records, bound, bound, instant, (all, from, to, at) => {
      const copy = new RecordsByDays<Said>((state) => state.days);
      // A replica brings a record again with each new version.
      for (const each of all) copy.put(each.id, { ...each, versions: each.versions.slice(0, 1) });
      for (const each of all) copy.put(each.id, each);
      const isWithin = (each: DateRange): boolean =>
        (from === null || from <= each.from) && (to === null || (each.from < to && each.to <= to));
      const expected = all.flatMap((each) => stateAt(each, at, at) ?? []).filter((state) => isWithin(state.days));
      const found = copy.statesAt({ asOf: at, knownAt: at, within: { from, to } });
      expect(found.toSorted((a, b) => (a.id < b.id ? -1 : 1))).toEqual(expected);
      copy.clear();
      expect(copy.statesAt({ asOf: at, knownAt: at, within: { from: null, to: null } })).toEqual([]);
    }),
  );
});
