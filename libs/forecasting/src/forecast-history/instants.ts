import { type CalendarDate, DAY_MS, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';

/** An instant to look at, and as known when; `date` is the day that it ends. */
export type HistoryInstant = Readonly<{ date: CalendarDate; asOf: Instant; knownAt: Instant }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/**
 * The last instant of each day, or of each seventh, from `from` on, before `to`; of the day on which `at.asOf` is, that
 * instant, and none later.
 * @param known `then`: as was known at each of them, but nothing that was recorded after `at.knownAt`; `now`: as known
 * at `at.knownAt`
 */
export const instantsOf = (
  { from, to }: DateRange,
  step: 'day' | 'week',
  known: 'then' | 'now',
  at: At,
  timeZone: string,
): readonly HistoryInstant[] => {
  const instants: HistoryInstant[] = [];
  for (let date = from; date < to; date = dayAfter(date, step === 'week' ? 7 : 1)) {
    const end = instantOf(millisecondsOf(startOfDayIn(timeZone, dayAfter(date, 1))) - 1);
    const asOf = end < at.asOf ? end : at.asOf;
    if (startOfDayIn(timeZone, date) > at.asOf) break;
    instants.push({ date, asOf, knownAt: known === 'then' && asOf < at.knownAt ? asOf : at.knownAt });
  }
  return instants;
};

export const dayAfter = (date: CalendarDate, days: number): CalendarDate =>
  instantOf(Date.parse(date) + days * DAY_MS).slice(0, 10);
