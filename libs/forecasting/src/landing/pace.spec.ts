import { describe, expect, it } from 'vitest';
import { rangeOf } from '#kernel/calendar-periods.js';
import { gregorian } from '#kernel/fiscal-calendar.js';
import { formatPeriod, type Period, parsePeriod } from '#kernel/period.js';
import { planned } from './pace.js';

const spanOf = (period: Period) => {
  const days = rangeOf(period, gregorian(1));
  return { days, from: Date.parse(days.from), to: Date.parse(days.to) };
};

const plannedOf = (quotas: Readonly<Record<string, number>>, period: string, day: string): number =>
  planned(
    parsePeriod(period) as Period,
    quotas[period] ?? 0,
    (each) => quotas[formatPeriod(each)] ?? null,
    Date.parse(day),
    spanOf,
    gregorian(1),
  );

describe('what should be won by a day', () => {
  it('is the share of the period that has gone', () => {
    expect(plannedOf({ '2017-Q1': 900 }, '2017-Q1', '2017-02-15')).toBe(0.5);
    expect(plannedOf({ '2017-Q1': 900 }, '2017-Q1', '2016-12-01')).toBe(0);
    expect(plannedOf({ '2017-Q1': 900 }, '2017-Q1', '2017-04-01')).toBe(1);
  });

  it('follows the quotas of the months where they add up to that of the quarter', () => {
    const season = { '2017-Q1': 900, '2017-01': 100, '2017-02': 200, '2017-03': 600 };
    expect(plannedOf(season, '2017-Q1', '2017-02-15')).toBeCloseTo(200 / 900);
    expect(plannedOf({ ...season, '2017-03': 500 }, '2017-Q1', '2017-02-15')).toBe(0.5);
  });
});
