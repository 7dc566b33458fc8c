import type { Settings } from '#config/settings.js';
import type { Bounded } from '#deals/deal-figures/deal-figures.contract.js';
import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import { type Period, rangeOf } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';

/** A stretch of time in each form in which facts are dated. `from` is inclusive, `to` is not; null: no bound. */
export type PeriodBounds = Readonly<{
  days: Bounded<CalendarDate>;
  instants: Bounded<Instant>;
  /** Since 1970. */
  milliseconds: Bounded<number>;
}>;

const ALL = { from: null, to: null };

/** When the period begins and ends, by the company's calendar; null: all time. */
export const boundsOf = (
  period: Period | null,
  { timeZone, fiscalYearStart }: Pick<Settings, 'timeZone' | 'fiscalYearStart'>,
): PeriodBounds => {
  if (period === null) return { days: ALL, instants: ALL, milliseconds: ALL };
  const days = rangeOf(period, fiscalYearStart);
  const [from, to] = [startOfDayIn(timeZone, days.from), startOfDayIn(timeZone, days.to)];
  return {
    days,
    instants: { from, to },
    milliseconds: { from: millisecondsOf(from), to: millisecondsOf(to) },
  };
};
