import { type CalendarDate, type Instant, instantOf, millisecondsOf, parseInstant } from './instant.js';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether it names a time zone (IANA, `Europe/Berlin`). */
export const isTimeZone = (name: string): boolean => {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
};

/**
 * The day that the calendar on a wall in that time zone (IANA, `Europe/Berlin`) shows at that instant.
 * @throws RangeError for no time zone
 */
export const dateIn = (timeZone: string, instant: Instant): CalendarDate =>
  timeZone === 'UTC' ? instant.slice(0, 10) : dateAt(timeZone, millisecondsOf(instant));

/**
 * When that day begins in that time zone: the first instant at which its calendar shows that day or a later one. This
 * is not always midnight, as clocks may be put forward at midnight, and once skipped a whole day (Apia, 2011-12-30).
 * @throws RangeError for no time zone
 */
export const startOfDayIn = (timeZone: string, date: CalendarDate): Instant => {
  const midnight = Date.parse(`${date}T00:00:00.000Z`);
  if (timeZone === 'UTC') return instantOf(midnight);
  // Midnight under the offset before and after any change of clocks nearby, the earlier instant first.
  for (const offset of [offsetAt(timeZone, midnight - DAY), offsetAt(timeZone, midnight + DAY)].sort((a, b) => b - a)) {
    const instant = midnight - offset;
    if (offsetAt(timeZone, instant) === offset) return instantOf(instant);
  }
  // There is no midnight. Offsets are less than a day.
  let before = midnight - DAY;
  let after = midnight + 2 * DAY;
  while (after - before > 1) {
    const middle = Math.floor((before + after) / 2);
    if (dateAt(timeZone, middle) < date) before = middle;
    else after = middle;
  }
  return instantOf(after);
};

/** The instant that the text states, or at which the day that it states begins in that time zone. */
export const momentIn = (timeZone: string, text: Instant | CalendarDate): Instant =>
  parseInstant(text) ?? startOfDayIn(timeZone, text);

const dateAt = (timeZone: string, milliseconds: number): CalendarDate =>
  instantOf(milliseconds + offsetAt(timeZone, milliseconds)).slice(0, 10);

/** Milliseconds to add to UTC for local time. */
const offsetAt = (timeZone: string, milliseconds: number): number => {
  const parts: Record<string, number> = {};
  for (const { type, value } of clockOf(timeZone).formatToParts(milliseconds)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(milliseconds / 1000) * 1000;
};

const clocks = new Map<string, Intl.DateTimeFormat>();

// Making a formatter takes far longer than using it.
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  let clock = clocks.get(timeZone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-US', {
      timeZone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    clocks.set(timeZone, clock);
  }
  return clock;
};
