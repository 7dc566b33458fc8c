import { type CalendarDate, type Instant, instantOf } from '#kernel/instant.js';
import type { DemoArguments } from './demo-arguments.js';

export const HOUR = 3_600_000;
export const DAY = 24 * HOUR;
const OFFICE_OPENS = 8 * HOUR;
const OFFICE_HOURS = 10;

/** How much new business each month brings, January first: quarters end strong, summer and December are quiet. */
const SEASON = [0.9, 0.95, 1.15, 0.95, 1, 1.15, 0.8, 0.75, 1.1, 1.05, 1.05, 0.85];
/** By how much business grows from the first day to the last. */
const GROWTH = 0.5;

/** The time that the organisation lives in. Times are milliseconds since 1970-01-01T00:00:00Z. */
export type Calendar = Readonly<{
  /** When teams, process and products are set up: before the first deal. */
  founded: number;
  start: number;
  until: number;
  /** A time of business: as `share` goes from 0 to 1, from the start to the end, by season and growth. */
  businessAt: (share: number) => number;
}>;

export const calendarOf = ({ months, until }: DemoArguments): Calendar => {
  const end = Date.parse(`${until}T00:00:00.000Z`);
  const start = monthsBefore(end, months);
  const sums: number[] = [];
  let sum = 0;
  const days = Math.round((end - start) / DAY);
  for (let day = 0; day < days; day += 1) {
    const date = new Date(start + day * DAY);
    const isWorkday = date.getUTCDay() % 6 !== 0;
    sum += isWorkday ? (SEASON[date.getUTCMonth()] ?? 1) * (1 + (GROWTH * day) / days) : 0;
    sums.push(sum);
  }
  const businessAt = (share: number): number => {
    const wanted = share * sum;
    const day = firstAbove(sums, wanted);
    const before = sums[day - 1] ?? 0;
    const within = (wanted - before) / ((sums[day] ?? 1) - before);
    return start + day * DAY + OFFICE_OPENS + Math.floor(within * OFFICE_HOURS * HOUR);
  };
  return { founded: start - 60 * DAY, start, until: end, businessAt };
};

/** The same time of day within office hours, on a workday: nobody sells on Sunday at four in the morning. */
export const inOffice = (time: number): number => {
  const midnight = Math.floor(time / DAY) * DAY;
  const weekday = new Date(midnight).getUTCDay();
  const daysOff = weekday === 6 ? 2 : weekday === 0 ? 1 : 0;
  return midnight + daysOff * DAY + OFFICE_OPENS + Math.floor(((time - midnight) * OFFICE_HOURS) / 24);
};

export const at = (time: number): Instant => instantOf(Math.floor(time));

export const dateOf = (time: number): CalendarDate => at(time).slice(0, 10);

const monthsBefore = (time: number, months: number): number => {
  const date = new Date(time);
  // Every month has a 28th.
  return Date.UTC(date.getUTCFullYear(), date.getUTCMonth() - months, Math.min(28, date.getUTCDate()));
};

const firstAbove = (sums: readonly number[], wanted: number): number => {
  let low = 0;
  let high = sums.length - 1;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sums[middle] ?? 0) > wanted) high = middle;
    else low = middle + 1;
  }
  return low;
};
