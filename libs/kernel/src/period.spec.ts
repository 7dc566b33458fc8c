import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hasPeriod, periodOf, periodsBetween, periodWith, rangeOf } from './calendar-periods.js';
import { type FiscalCalendar, gregorian, WEEK_CALENDARS, WEEKDAYS, YEAR_END_RULES } from './fiscal-calendar.js';
import { formatPeriod, PERIOD_UNITS, type PeriodUnit, parsePeriod } from './period.js';

const period = (text: string) => {
  const parsed = parsePeriod(text);
  if (parsed === null) throw new Error(`${text} is no period`);
  return parsed;
};

const aDay = fc
  .date({ min: new Date('1950-01-01'), max: new Date('2080-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10));
const aUnit = fc.constantFrom(...PERIOD_UNITS);
const aMonth = fc.integer({ min: 1, max: 12 });
const aCalendar: fc.Arbitrary<FiscalCalendar> = fc.oneof(
  aMonth.map(gregorian),
  fc.record({
    kind: fc.constantFrom(...WEEK_CALENDARS),
    yearEnd: fc.record({
      rule: fc.constantFrom(...YEAR_END_RULES),
      weekday: fc.constantFrom(...WEEKDAYS),
      month: aMonth,
    }),
  }),
);

/** The calendar of the National Retail Federation of the US. */
const retail = { kind: '4-5-4', yearEnd: { rule: 'nearest', weekday: 'saturday', month: 1 } } as const;
const thirteen = { kind: '13-period', yearEnd: { rule: 'last', weekday: 'friday', month: 12 } } as const;
const rangeIn = (calendar: FiscalCalendar, text: string) => rangeOf(period(text), calendar);

describe('periods', () => {
  it('are written as month, quarter or year', () => {
    expect(parsePeriod('2017-03')).toStrictEqual({ unit: 'month', year: 2017, month: 3 });
    expect(parsePeriod('2017-Q1')).toStrictEqual({ unit: 'quarter', year: 2017, quarter: 1 });
    expect(parsePeriod('2017')).toStrictEqual({ unit: 'year', year: 2017 });
    expect(parsePeriod('2017-P13')).toStrictEqual({ unit: 'period', year: 2017, period: 13 });
    for (const text of ['2017-03', '2017-12', '2017-P07', '2017-Q4', '2017'])
      expect(formatPeriod(period(text))).toBe(text);
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
      '2017-P00',
      '2017-P14',
      '2017-P3',
      '2017-03-01',
      '0999',
      '9999',
      ' 2017',
    ]) {
      expect(parsePeriod(text)).toBeNull();
    }
  });

  it('follow the calendar when the fiscal year starts in January', () => {
    expect(rangeIn(gregorian(1), '2017-12')).toStrictEqual({ from: '2017-12-01', to: '2018-01-01' });
    expect(rangeIn(gregorian(1), '2017-Q1')).toStrictEqual({ from: '2017-01-01', to: '2017-04-01' });
    expect(rangeIn(gregorian(1), '2017')).toStrictEqual({ from: '2017-01-01', to: '2018-01-01' });
  });

  it('name any other fiscal year after the calendar year in which it ends', () => {
    expect(rangeIn(gregorian(7), '2018')).toStrictEqual({ from: '2017-07-01', to: '2018-07-01' });
    expect(rangeIn(gregorian(7), '2018-Q1')).toStrictEqual({ from: '2017-07-01', to: '2017-10-01' });
    expect(rangeIn(gregorian(2), '2018-Q3')).toStrictEqual({ from: '2017-08-01', to: '2017-11-01' });
    expect(rangeIn(gregorian(12), '2018')).toStrictEqual({ from: '2017-12-01', to: '2018-12-01' });
    expect(rangeIn(gregorian(7), '2018-01')).toStrictEqual({ from: '2018-01-01', to: '2018-02-01' });
  });

  it('are listed from the one of the first day to the one of the last', () => {
    const listed = (from: string, to: string, unit: PeriodUnit, start: number) =>
      periodsBetween({ from, to }, unit, gregorian(start)).map(formatPeriod);
    expect(listed('2017-11-15', '2018-02-02', 'month', 1)).toStrictEqual(['2017-11', '2017-12', '2018-01', '2018-02']);
    expect(listed('2017-11-15', '2018-02-01', 'month', 1)).toStrictEqual(['2017-11', '2017-12', '2018-01']);
    expect(listed('2017-06-30', '2017-10-01', 'quarter', 7)).toStrictEqual(['2017-Q4', '2018-Q1']);
    expect(listed('2017-06-30', '2017-07-02', 'year', 7)).toStrictEqual(['2017', '2018']);
    expect(listed('2017-06-30', '2017-06-30', 'year', 7)).toStrictEqual([]);
  });

  it('consist of whole weeks by the calendar of the National Retail Federation, whose 2016 and 2022 began so late', () => {
    // The federation names its years after the calendar year in which they begin: 2017 there is 2018 here.
    expect(rangeIn(retail, '2018')).toStrictEqual({ from: '2017-01-29', to: '2018-02-04' });
    expect(rangeIn(retail, '2019')).toStrictEqual({ from: '2018-02-04', to: '2019-02-03' });
    expect(rangeIn(retail, '2024')).toStrictEqual({ from: '2023-01-29', to: '2024-02-04' });
    expect(rangeIn(retail, '2019-01')).toStrictEqual({ from: '2018-02-04', to: '2018-03-04' });
    expect(rangeIn(retail, '2019-02')).toStrictEqual({ from: '2018-03-04', to: '2018-04-08' });
    expect(rangeIn(retail, '2019-Q2')).toStrictEqual({ from: '2018-05-06', to: '2018-08-05' });
  });

  it('give the 53rd week to the last month of its year', () => {
    expect(rangeIn(retail, '2018-11')).toStrictEqual({ from: '2017-11-26', to: '2017-12-31' });
    expect(rangeIn(retail, '2018-12')).toStrictEqual({ from: '2017-12-31', to: '2018-02-04' });
    expect(rangeIn(retail, '2018-Q4')).toStrictEqual({ from: '2017-10-29', to: '2018-02-04' });
    expect(rangeIn(retail, '2019-12')).toStrictEqual({ from: '2019-01-06', to: '2019-02-03' });
  });

  it('are thirteen of four weeks, the last quarter having four of them', () => {
    expect(rangeIn(thirteen, '2017')).toStrictEqual({ from: '2016-12-31', to: '2017-12-30' });
    expect(rangeIn(thirteen, '2017-P01')).toStrictEqual({ from: '2016-12-31', to: '2017-01-28' });
    expect(rangeIn(thirteen, '2017-P13')).toStrictEqual({ from: '2017-12-02', to: '2017-12-30' });
    expect(rangeIn(thirteen, '2017-Q3')).toStrictEqual({ from: '2017-06-17', to: '2017-09-09' });
    expect(rangeIn(thirteen, '2017-Q4')).toStrictEqual({ from: '2017-09-09', to: '2017-12-30' });
    // A year of 53 weeks.
    expect(rangeIn(thirteen, '2021-P13')).toStrictEqual({ from: '2021-11-27', to: '2022-01-01' });
    expect(rangeIn(thirteen, '2021')).toStrictEqual({ from: '2020-12-26', to: '2022-01-01' });
  });

  it('are months, or thirteen periods, as the calendar has it', () => {
    const known = (calendar: FiscalCalendar) =>
      ['2017-03', '2017-P03'].map((text) => hasPeriod(calendar, period(text)));
    expect(known(gregorian(4))).toStrictEqual([true, false]);
    expect(known(retail)).toStrictEqual([true, false]);
    expect(known(thirteen)).toStrictEqual([false, true]);
    expect(() => rangeIn(thirteen, '2017-03')).toThrow('A 13-period calendar has no 2017-03');
  });

  it('are found by their days, whatever another calendar calls them', () => {
    const named = (text: string, by: FiscalCalendar, to: FiscalCalendar) => {
      const found = periodWith(rangeIn(by, text), to);
      return found && formatPeriod(found);
    };
    expect(named('2018-Q1', gregorian(7), gregorian(1))).toBe('2017-Q3');
    expect(named('2018', gregorian(7), gregorian(1))).toBeNull();
    expect(named('2018-Q1', gregorian(7), retail)).toBeNull();
  });

  it('read back as they were written', () => {
    fc.assert(
      fc.property(aDay, aUnit, aCalendar, (date, unit, calendar) => {
        const one = periodOf(date, unit, calendar);
        expect(parsePeriod(formatPeriod(one))).toStrictEqual(one);
        expect(periodWith(rangeOf(one, calendar), calendar)).toStrictEqual(one);
      }),
    );
  });

  it('contain the day that they are of, and no other period of the unit does', () => {
    fc.assert(
      fc.property(aDay, aUnit, aCalendar, (date, unit, calendar) => {
        const one = periodOf(date, unit, calendar);
        const { from, to } = rangeOf(one, calendar);
        expect([from <= date, date < to]).toEqual([true, true]);
        expect(periodsBetween(rangeOf(one, calendar), unit, calendar)).toStrictEqual([one]);
      }),
    );
  });

  it('follow one another without gap or overlap', () => {
    fc.assert(
      fc.property(aDay, fc.nat(3000), aUnit, aCalendar, (from, days, unit, calendar) => {
        const to = new Date(Date.parse(from) + days * 86_400_000).toISOString().slice(0, 10);
        const ranges = periodsBetween({ from, to }, unit, calendar).map((each) => rangeOf(each, calendar));
        expect(ranges.slice(1).map((range) => range.from)).toStrictEqual(ranges.slice(0, -1).map((range) => range.to));
        expect(ranges.every((range) => range.from < range.to)).toBe(true);
      }),
    );
  });

  it('make up quarters, and quarters years: so many of them, from the first day to the last', () => {
    fc.assert(
      fc.property(aDay, aCalendar, (date, calendar) => {
        const year = rangeOf(periodOf(date, 'year', calendar), calendar);
        const quarters = periodsBetween(year, 'quarter', calendar).map((each) => rangeOf(each, calendar));
        const months = quarters.map((quarter) =>
          periodsBetween(quarter, 'month', calendar).map((each) => rangeOf(each, calendar)),
        );
        const ends = (ranges: readonly { from: string; to: string }[]) => ({
          from: ranges[0]?.from,
          to: ranges.at(-1)?.to,
        });
        expect(ends(quarters)).toStrictEqual(year);
        expect(months.map(ends)).toStrictEqual(quarters);
        expect(months.map(({ length }) => length)).toStrictEqual([3, 3, 3, calendar.kind === '13-period' ? 4 : 3]);
      }),
    );
  });

  it('are of 52 or 53 weeks in a year that ends on its weekday, by the end of its month', () => {
    const days = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 86_400_000;
    fc.assert(
      fc.property(aDay, aCalendar, (date, calendar) => {
        if (calendar.kind === 'gregorian') return;
        const { rule, weekday, month } = calendar.yearEnd;
        const { from, to } = rangeOf(periodOf(date, 'year', calendar), calendar);
        expect([364, 371]).toContain(days(from, to));
        const last = new Date(Date.parse(to) - 86_400_000);
        expect(WEEKDAYS[last.getUTCDay()]).toBe(weekday);
        const year = Number(formatPeriod(periodOf(date, 'year', calendar)));
        const before = days(last.toISOString().slice(0, 10), new Date(Date.UTC(year, month, 0)).toISOString());
        expect(before).toBeGreaterThanOrEqual(rule === 'last' ? 0 : -3);
        expect(before).toBeLessThanOrEqual(rule === 'last' ? 6 : 3);
      }),
    );
  });
});
