import { hasPeriod, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type DateRange, formatPeriod, type Period } from '#kernel/period.js';
import { badInput } from './problem.js';

/**
 * The days of a period that somebody asked for. `path` is where.
 * @throws ProblemException (400) when the company's calendar does not have it
 */
export const daysIn = (calendar: FiscalCalendar, period: Period, path = 'period'): DateRange => {
  if (hasPeriod(calendar, period)) return rangeOf(period, calendar);
  throw badInput([
    { path, message: `${formatPeriod(period)} is no period of the company's ${calendar.kind} calendar` },
  ]);
};
