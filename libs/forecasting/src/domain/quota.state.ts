import { periodWith, rangeOf } from '#kernel/calendar-periods.js';
import type { Decider } from '#kernel/event.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import { type DateRange, formatPeriod, parsePeriod } from '#kernel/period.js';
import { upcastFrom } from '#kernel/upcast.js';
import type { QuotaEvent, QuotaHolder, QuotaSet, QuotaTarget } from './quota.events.js';
import type { QuotaGoal, QuotaMeasure } from './quota-measure.js';

export type Quota = QuotaTarget & QuotaGoal;

/**
 * The record of a quota, `rep~<id>~<period>`, of a number `deals~rep~<id>~<period>`: of the same days always the same
 * record, whatever calendars called them when. `home`, the calendar of the settings, names them; what it has no name for
 * goes by its days, `<from>~<to>`.
 */
export const quotaIdOf = (
  { scope, scopeId }: QuotaHolder,
  days: DateRange,
  home: FiscalCalendar,
  measure: QuotaMeasure = 'amount',
): string => {
  const period = periodWith(days, home);
  const when = period === null ? `${days.from}~${days.to}` : formatPeriod(period);
  return `${measure === 'amount' ? '' : `${measure}~`}${scope}~${scopeId}~${when}`;
};

/** The days that the quota is for. */
export const daysOfQuota = ({ period: text, days }: QuotaTarget, home: FiscalCalendar): DateRange => {
  if (days !== null) return days;
  const period = parsePeriod(text);
  if (period === null) throw new Error(`A quota was set for ${text}, which is no period`);
  return rangeOf(period, home);
};

type QuotaSetV1 = Omit<QuotaSet['data'], 'days'>;

const toV2 = (data: QuotaSetV1): QuotaSet['data'] => ({ ...data, days: null });

export const quotaDecider: Decider<Quota | null, QuotaEvent> = {
  category: 'quota',
  types: { QuotaSet: 'quota-set.v2', CountQuotaSet: 'count-quota-set.v1' },
  upcasters: { QuotaSet: upcastFrom<QuotaSetV1>().next(toV2) },
  initial: null,
  evolve: (_quota, event) => {
    switch (event.type) {
      case 'QuotaSet': {
        const { scope, scopeId, period, days, amount } = event.data;
        return { scope, scopeId, period, days, measure: 'amount', amount };
      }
      case 'CountQuotaSet': {
        const { scope, scopeId, period, days, measure, target } = event.data;
        return { scope, scopeId, period, days, measure, target };
      }
    }
  },
};
