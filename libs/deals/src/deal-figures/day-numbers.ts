import { type CalendarDate, DAY_MS } from '#kernel/instant.js';

/** In the place of a day: none. */
export const NO_DAY = -(2 ** 31);

/** The UTC day of an instant in milliseconds, as days since 1970-01-01. */
export const dayOf = (milliseconds: number): number => Math.floor(milliseconds / DAY_MS);

/** Days since 1970-01-01. */
export const dayNumberOf = (date: CalendarDate | null): number => (date === null ? NO_DAY : dayOf(Date.parse(date)));

const dates = new Map<number, CalendarDate>();

/** The calendar day of a number of days since 1970-01-01; null for NO_DAY. */
export const dateOfDay = (day: number): CalendarDate | null => {
  if (day === NO_DAY) return null;
  // There are few days, and many rows of each.
  let date = dates.get(day);
  if (date === undefined) {
    date = new Date(day * DAY_MS).toISOString().slice(0, 10);
    dates.set(day, date);
  }
  return date;
};
