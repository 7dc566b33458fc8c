/** An instant in UTC with milliseconds, `2017-03-01T00:00:00.000Z`: fixed width, so text order is time order. */
export type Instant = string;

/** A calendar day, `YYYY-MM-DD`. */
export type CalendarDate = string;

/** A day of UTC, in milliseconds: one of a time zone may be an hour shorter or longer. */
export const DAY_MS = 86_400_000;

/** So many milliseconds in days, to a tenth. */
export const daysOf = (milliseconds: number): number => Math.round((milliseconds / DAY_MS) * 10) / 10;

const ISO_INSTANT = /^(\d{4})-(\d{2})-(\d{2})T(\d{2}):(\d{2})(?::(\d{2})(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const ISO_DATE = /^(\d{4})-(\d{2})-(\d{2})$/;

/** Reads an ISO 8601 instant of the years 0 to 9999 that states its offset; null when it is none, or is no real moment. */
export const parseInstant = (text: string): Instant | null => {
  const match = ISO_INSTANT.exec(text);
  if (!match) return null;
  if (parseDate(`${match[1]}-${match[2]}-${match[3]}`) === null || Number(match[4]) > 23) return null;
  const milliseconds = Date.parse(text);
  if (Number.isNaN(milliseconds)) return null;
  const instant = instantOf(milliseconds);
  // The offset can lead out of the four-digit years, whose text order is time order.
  return ISO_INSTANT.test(instant) ? instant : null;
};

/** Reads a calendar day; null when it is none, or no real day. */
export const parseDate = (text: string): CalendarDate | null => {
  const match = ISO_DATE.exec(text);
  if (!match) return null;
  const milliseconds = Date.UTC(Number(match[1]), Number(match[2]) - 1, Number(match[3]));
  return new Date(milliseconds).toISOString().slice(0, 10) === text ? text : null;
};

/** `milliseconds` since 1970-01-01T00:00:00Z. */
export const instantOf = (milliseconds: number): Instant => new Date(milliseconds).toISOString();

/** Milliseconds since 1970-01-01T00:00:00Z. */
export const millisecondsOf = (instant: Instant): number => Date.parse(instant);
