import { periodBefore } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { Period } from '#kernel/period.js';

export const COMPARISONS = ['previous', 'lastYear'] as const;
export type Comparison = (typeof COMPARISONS)[number];

/** The period before, or the same one of the year before. */
export const comparedPeriod = (comparison: Comparison, period: Period, calendar: FiscalCalendar): Period =>
  comparison === 'lastYear' ? { ...period, year: period.year - 1 } : periodBefore(period, calendar);
