import type { CompanyCalendar } from '#company/company.contract.js';
import { daysIn } from '#http/days-in.js';
import { badInput } from '#http/problem.js';
import type { Bounded } from '#kernel/bounded.js';
import { periodOf, periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import { type Period, type PeriodUnit, parsePeriod } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';

/** A stretch of time in each form in which facts are dated. `from` is inclusive, `to` is not; null: no bound. */
export type PeriodBounds = Readonly<{
  days: Bounded<CalendarDate>;
  instants: Bounded<Instant>;
  /** Since 1970. */
  milliseconds: Bounded<number>;
}>;

/** All time. */
export const UNBOUNDED = { from: null, to: null } as const;

/**
 * When the period begins and ends; null: all time.
 * @throws ProblemException (400) for a period that the company's calendar does not have
 */
export const boundsOf = (period: Period | null, { timeZone, calendar }: CompanyCalendar): PeriodBounds => {
  if (period === null) return { days: UNBOUNDED, instants: UNBOUNDED, milliseconds: UNBOUNDED };
  const days = daysIn(calendar, period);
  const [from, to] = [startOfDayIn(timeZone, days.from), startOfDayIn(timeZone, days.to)];
  return {
    days,
    instants: { from, to },
    milliseconds: { from: millisecondsOf(from), to: millisecondsOf(to) },
  };
};

/** Periods or days, written as in a query. */
export type Stretch = Bounded<string>;

/**
 * The days of all periods of the unit, from the one that `from` begins in to the one that `to` ends in.
 * @throws ProblemException (400) when they end before they begin, or are none of the calendar
 */
export const daysOfStretch = (
  { from, to }: Stretch,
  by: PeriodUnit,
  calendar: FiscalCalendar,
): Bounded<CalendarDate> => {
  const first = from === null ? null : periodOf(firstDayOf(from, calendar), by, calendar);
  const last = to === null ? null : lastPeriodOf(to, by, calendar);
  const days = { from: first && rangeOf(first, calendar).from, to: last && rangeOf(last, calendar).to };
  if (days.from !== null && days.to !== null && days.to <= days.from) {
    throw badInput([{ path: 'to', message: 'must not be before from' }]);
  }
  return days;
};

const firstDayOf = (text: string, calendar: FiscalCalendar): CalendarDate => {
  const period = parsePeriod(text);
  return period === null ? text : daysIn(calendar, period, 'from').from;
};

const lastPeriodOf = (text: string, by: PeriodUnit, calendar: FiscalCalendar): Period => {
  const period = parsePeriod(text);
  if (period === null) return periodOf(text, by, calendar);
  const days = daysIn(calendar, period, 'to');
  return periodsBetween(days, by, calendar).at(-1) ?? periodOf(days.from, by, calendar);
};
