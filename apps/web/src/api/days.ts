/** Calendar days, `YYYY-MM-DD`, in the company's time zone. */

const DAY_MS = 24 * 60 * 60 * 1000;

const formatters = new Map<string, Intl.DateTimeFormat>();

// Making a formatter takes far longer than using it.
const clockOf = (timeZone: string): Intl.DateTimeFormat => {
  let clock = formatters.get(timeZone);
  if (clock === undefined) {
    const two = '2-digit';
    clock = new Intl.DateTimeFormat('sv-SE', {
      timeZone,
      ...{ year: 'numeric', month: two, day: two, hour: two, minute: two, second: two },
    });
    formatters.set(timeZone, clock);
  }
  return clock;
};

/** How far the clocks of the zone are ahead of UTC at an instant. */
const offsetMs = (instantMs: number, timeZone: string): number => {
  const wholeSeconds = Math.floor(instantMs / 1000) * 1000;
  return Date.parse(`${clockOf(timeZone).format(wholeSeconds).replace(' ', 'T')}Z`) - wholeSeconds;
};

/** The day that it is somewhere at an instant. */
export const dayOf = (instant: Date, timeZone: string): string => clockOf(timeZone).format(instant).slice(0, 10);

/** What the clock on the wall shows somewhere at an instant: `YYYY-MM-DDTHH:MM`. */
export const clockAt = (instant: Date, timeZone: string): string =>
  clockOf(timeZone).format(instant).slice(0, 16).replace(' ', 'T');

/** When the clock on the wall shows that, `YYYY-MM-DDTHH:MM` with or without seconds, as an instant. */
export const instantOf = (clock: string, timeZone: string): string => {
  const onTheClock = Date.parse(`${clock}Z`);
  const near = onTheClock - offsetMs(onTheClock, timeZone);
  return new Date(onTheClock - offsetMs(near, timeZone)).toISOString();
};

/** The last millisecond of a day, as an instant. */
export const endOfDay = (day: string, timeZone: string): string => instantOf(`${day}T23:59:59.999`, timeZone);

/** The first millisecond of a day, as an instant. */
export const startOfDay = (day: string, timeZone: string): string =>
  new Date(Date.parse(endOfDay(addDays(day, -1), timeZone)) + 1).toISOString();

export const addDays = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);

export const daysBetween = (from: string, to: string): number =>
  Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY_MS);
