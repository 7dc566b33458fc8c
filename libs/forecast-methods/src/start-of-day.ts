import { type CalendarDate, DAY_MS, type Instant, millisecondsOf } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import type { DayRange } from './domain/new-business.js';

/** Days since 1970, with fractions. */
export const dayOf = (instant: Instant): number => millisecondsOf(instant) / DAY_MS;

/** When the days begin and end, in days since 1970. */
export const dayRangeOf = ({ from, to }: DateRange, timeZone: string): DayRange => ({
  from: dayOf(startOfDayIn(timeZone, from)),
  to: dayOf(startOfDayIn(timeZone, to)),
});

/** When a day begins, in days since 1970. */
export type StartOfDay = (date: CalendarDate) => number;

/** In the time zone; each day is worked out once. */
export const startsOfDaysIn = (timeZone: string): StartOfDay => {
  const starts = new Map<CalendarDate, number>();
  return (date) => {
    let start = starts.get(date);
    if (start === undefined) {
      start = dayOf(startOfDayIn(timeZone, date));
      starts.set(date, start);
    }
    return start;
  };
};
