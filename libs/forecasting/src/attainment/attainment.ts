import type { CompanyCalendar } from '#company/company.contract.js';
import type { Money } from '#kernel/money.js';
import type { Period } from '#kernel/period.js';
import { QUOTA_MEASURES, type QuotaMeasure } from '../domain/quota-measure.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import { planned } from '../landing/pace.js';
import { spanOf } from '../period-span.js';

/** How much of a quota is reached. Money when the measure is `amount`, else a number. */
export type Attainment = Readonly<{
  measure: QuotaMeasure;
  quota: number | Money;
  reached: number | Money;
  /** reached ÷ quota; null when the quota is 0. */
  attainment: number | null;
  /** `planned`: what should be reached by now; of deals and activities to a hundredth. */
  pace: Readonly<{ planned: number | Money; ahead: number | Money }>;
}>;

export type Reached = Readonly<Record<QuotaMeasure, number>>;

type Asked = Readonly<{
  period: Period;
  /** In the period, by measure; an amount in minor units. */
  reached: Reached;
  /** Null: none was set. */
  quotaIn: (measure: QuotaMeasure, period: Period) => number | null;
  company: CompanyCalendar;
  /** In milliseconds since 1970. */
  now: number;
  currency: string;
}>;

/** Of each measure that has a quota in the period. */
export const attainments = ({ period, reached, quotaIn, company, now, currency }: Asked): readonly Attainment[] =>
  QUOTA_MEASURES.flatMap((measure): readonly Attainment[] => {
    const quotaOf = (each: Period): number | null => quotaIn(measure, each);
    const quota = quotaOf(period);
    if (quota === null) return [];
    const share = planned(period, quota, quotaOf, now, (each) => spanOf(each, company), company.calendar);
    const shown = (value: number): number | Money =>
      measure === 'amount' ? { amount: Math.round(value), currency } : hundredths(value);
    const due = measure === 'amount' ? Math.round(quota * share) : quota * share;
    return [
      {
        measure,
        quota: shown(quota),
        reached: shown(reached[measure]),
        attainment: attainmentOf(reached[measure], quota),
        pace: { planned: shown(due), ahead: shown(reached[measure] - due) },
      },
    ];
  });

const hundredths = (value: number): number => Math.round(value * 100) / 100;
