import { periodsBetween } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type Period, unitOf } from '#kernel/period.js';
import type { PeriodSpan } from '../period-span.js';

const FINER = { year: 'quarter', quarter: 'month', month: null } as const;

/**
 * Which share of its quota should be won by an instant. Where the quotas of a period's parts add up to its own, they are
 * the plan, season and all: the sum of those that are over and the share of the one under way. Else it is the share of
 * the period that has gone.
 */
export const planned = (
  period: Period,
  quota: number,
  quotaIn: (period: Period) => number | null,
  now: number,
  spanOf: (period: Period) => PeriodSpan,
  calendar: FiscalCalendar,
): number => {
  const { days, from, to } = spanOf(period);
  if (now <= from || quota === 0) return 0;
  if (now >= to) return 1;
  const unit = FINER[unitOf(period)];
  const parts = unit === null ? [] : periodsBetween(days, unit, calendar);
  const quotas = parts.map(quotaIn);
  const isPlan = parts.length > 0 && quotas.reduce<number>((sum, part) => sum + (part ?? 0), 0) === quota;
  if (!isPlan) return (now - from) / (to - from);
  return parts.reduce((share, part, at) => {
    const own = quotas[at] ?? 0;
    return share + (own / quota) * planned(part, own, quotaIn, now, spanOf, calendar);
  }, 0);
};
