import { periodInMonths, rangeInMonths } from './calendar-of-months.js';
import { periodInWeeks, rangeInWeeks } from './calendar-of-weeks.js';
import type { FiscalCalendar } from './fiscal-calendar.js';
import { type CalendarDate, DAY_MS, instantOf, millisecondsOf } from './instant.js';
import { type DateRange, formatPeriod, PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from './period.js';

/** Whether the calendar has such a period: months or thirteen periods, never both. */
export const hasPeriod = ({ kind }: FiscalCalendar, { unit }: Period): boolean =>
  unit !== (kind === '13-period' ? 'month' : 'period');

/** The days of the period. @throws RangeError for one that the calendar does not have */
export const rangeOf = (period: Period, calendar: FiscalCalendar): DateRange => {
  if (!hasPeriod(calendar, period)) throw new RangeError(`A ${calendar.kind} calendar has no ${formatPeriod(period)}`);
  if (calendar.kind !== 'gregorian') return rangeInWeeks(period, calendar);
  return rangeInMonths(period as Exclude<Period, { unit: 'period' }>, calendar.startMonth);
};

/** The period of that length that the day is in. */
export const periodOf = (date: CalendarDate, unit: PeriodUnit, calendar: FiscalCalendar): Period =>
  calendar.kind === 'gregorian' ? periodInMonths(date, unit, calendar.startMonth) : periodInWeeks(date, unit, calendar);

/** The period that has exactly these days; null when there is none. */
export const periodWith = ({ from, to }: DateRange, calendar: FiscalCalendar): Period | null => {
  const found = PERIOD_UNITS.map((unit) => periodOf(from, unit, calendar)).find((period) => {
    const days = rangeOf(period, calendar);
    return days.from === from && days.to === to;
  });
  return found ?? null;
};

/** The period of the same length that ends when this one begins. */
export const periodBefore = (period: Period, calendar: FiscalCalendar): Period => {
  const dayBefore = millisecondsOf(`${rangeOf(period, calendar).from}T00:00:00.000Z`) - DAY_MS;
  return periodOf(instantOf(dayBefore).slice(0, 10), unitOf(period), calendar);
};

/** Every period that has a day in the range, in order; none when the range is empty. */
export const periodsBetween = (
  { from, to }: DateRange,
  unit: PeriodUnit,
  calendar: FiscalCalendar,
): readonly Period[] => {
  const periods: Period[] = [];
  for (let day = from; day < to; ) {
    const period = periodOf(day, unit, calendar);
    periods.push(period);
    day = rangeOf(period, calendar).to;
  }
  return periods;
};
