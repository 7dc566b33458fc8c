import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatPeriod, isIn, type PeriodUnit, parsePeriod, periodOf, periodsBetween, rangeOf } from './period.js';

const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`${text} is no period`);
  return parsed;
};
const units: readonly PeriodUnit[] = ['month', 'quarter', 'year'];

const aDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aUnit = fc.constantFrom(...units);
const aStart = fc.integer({ min: 1, max: 12 });

describe('periods', () => {
  it('are written as month, quarter or year', () => {
    expect(parsePeriod('2017-03')).toStrictEqual({ unit: 'month', year: 2017, month: 3 });
    expect(parsePeriod('2017-Q1')).toStrictEqual({ unit: 'quarter', year: 2017, quarter: 1 });
    expect(parsePeriod('2017')).toStrictEqual({ unit: 'year', year: 2017 });
    for (const text of ['2017-03', '2017-12', '2017-Q4', '2017']) expect(formatPeriod(period(text))).toBe(text);
  });

  it('are nothing else', () => {
    for (const text of [
      '',
      '17',
      '2017-3',
      '2017-00',
      '2017-13',
      '2017-Q0',
      '2017-Q5',
      '2017-q1',
      '2017-03-01',
      '0999',
      '9999',
      ' 2017',
    ]) {
      expect(parsePeriod(text)).toBeNull();
    }
  });

  it('follow the calendar when the fiscal year starts in January', () => {
    expect(rangeOf(period('2017-12'), 1)).toStrictEqual({ from: '2017-12-01', to: '2018-01-01' });
    expect(rangeOf(period('2017-Q1'), 1)).toStrictEqual({ from: '2017-01-01', to: '2017-04-01' });
    expect(rangeOf(period('2017'), 1)).toStrictEqual({ from: '2017-01-01', to: '2018-01-01' });
  });

  it('name any other fiscal year after the calendar year in which it ends', () => {
    expect(rangeOf(period('2018'), 7)).toStrictEqual({ from: '2017-07-01', to: '2018-07-01' });
    expect(rangeOf(period('2018-Q1'), 7)).toStrictEqual({ from: '2017-07-01', to: '2017-10-01' });
    expect(rangeOf(period('2018-Q3'), 2)).toStrictEqual({ from: '2017-08-01', to: '2017-11-01' });
    expect(rangeOf(period('2018'), 12)).toStrictEqual({ from: '2017-12-01', to: '2018-12-01' });
    expect(rangeOf(period('2018-01'), 7)).toStrictEqual({ from: '2018-01-01', to: '2018-02-01' });
  });

  it('contain their first day and not the day after their last', () => {
    const dates = ['2017-06-30', '2017-07-01', '2017-09-30', '2017-10-01'];
    expect(dates.map((date) => isIn(period('2018-Q1'), date, 7))).toStrictEqual([false, true, true, false]);
  });

  it('are listed from the one of the first day to the one of the last', () => {
    const listed = (from: string, to: string, unit: PeriodUnit, start: number) =>
      periodsBetween({ from, to }, unit, start).map(formatPeriod);
    expect(listed('2017-11-15', '2018-02-02', 'month', 1)).toStrictEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
    expect(listed('2017-11-15', '2018-02-01', 'month', 1)).toStrictEqual(['2017-11', '2017-12', '2018-01']);
    expect(listed('2017-06-30', '2017-10-01', 'quarter', 7)).toStrictEqual(['2017-Q4', '2018-Q1']);
    expect(listed('2017-06-30', '2017-07-02', 'year', 7)).toStrictEqual(['2017', '2018']);
    expect(listed('2017-06-30', '2017-06-30', 'year', 7)).toStrictEqual([]);
  });

  it('read back as they were written', () => {
    fc.assert(
      fc.property(aDay, aUnit, aStart, (date, unit, start) => {
        const one = periodOf(date, unit, start);
        expect(parsePeriod(formatPeriod(one))).toStrictEqual(one);
      }),
    );
  });

  it('contain the day that they are of, and no other period of the unit does', () => {
    fc.assert(
      fc.property(aDay, aUnit, aStart, (date, unit, start) => {
        const one = periodOf(date, unit, start);
        const { from, to } = rangeOf(one, start);
        expect(isIn(one, date, start)).toBe(true);
        expect(periodsBetween({ from, to }, unit, start)).toStrictEqual([one]);
      }),
    );
  });

  it('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(aDay, aDay, aUnit, aStart, (one, other, unit, start) => {
        const [from = one, to = other] = [one, other].sort();
        const ranges = periodsBetween({ from, to }, unit, start).map((each) => rangeOf(each, start));
        expect(ranges.slice(1).map((range) => range.from)).toStrictEqual(ranges.slice(0, -1).map((range) => range.to));
      }),
      { numRuns: 50 },
    );
  });
});
