import { periodOf, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { instantOf, millisecondsOf } from '#kernel/instant.js';
import { type Period, unitOf } from '#kernel/period.js';

export const COMPARISONS = ['previous', 'lastYear'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The period before, or the same one of the year before. */
export const comparedPeriod = (comparison: Comparison, period: Period, calendar: FiscalCalendar): Period => {
  if (comparison === 'lastYear') return { ...period, year: period.year - 1 };
  const { from } = rangeOf(period, calendar);
  const dayBefore = instantOf(millisecondsOf(`${from}T00:00:00.000Z`) - 86_400_000).slice(0, 10);
  return periodOf(dayBefore, unitOf(period), calendar);
};
