import { type CalendarDate, DAY_MS, type Instant, parseDate } from '#kernel/instant.js';
import { dateIn, startOfDayIn } from '#kernel/time-zone.js';

export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** The beginnings of days, in the company's time zone: of each day, of one day of each week, of the first of each month. */
export type Series = Readonly<{
  every: 'day' | 'week' | 'month';
  /** The day of the week. Of others than weeks it means nothing. */
  on: Weekday;
  from: CalendarDate;
  /** The last day that may be in it. */
  to: CalendarDate;
}>;

/** More instants than anybody looks at are a slip of the pen. */
export const MOST_INSTANTS = 10_000;

/** The instants of the series, oldest first; none later than `now`. At most MOST_INSTANTS + 1 of them are made. */
export const instantsOf = ({ every, on, from, to }: Series, timeZone: string, now: Instant): readonly Instant[] => {
  const last = [to, dateIn(timeZone, now)].sort()[0] as CalendarDate;
  const instants: Instant[] = [];
  for (let day = from; day <= last && instants.length <= MOST_INSTANTS; day = dayAfter(day)) {
    if (every === 'month' && !day.endsWith('-01')) continue;
    if (every === 'week' && weekdayOf(day) !== on) continue;
    instants.push(startOfDayIn(timeZone, day));
  }
  return instants;
};

const dayAfter = (day: CalendarDate): CalendarDate => {
  const next = new Date(Date.parse(day) + DAY_MS).toISOString().slice(0, 10);
  if (parseDate(next) === null) throw new RangeError(`There is no day after ${day}`);
  return next;
};

// 1970-01-01 was a Thursday.
const weekdayOf = (day: CalendarDate): Weekday => WEEKDAYS[(Math.floor(Date.parse(day) / DAY_MS) + 3) % 7] as Weekday;
