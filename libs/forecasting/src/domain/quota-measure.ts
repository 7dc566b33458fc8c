import type { Money } from '#kernel/money.js';

/** What a quota counts: the amount of won deals, how many deals are won, how many activities take place. */
export const QUOTA_MEASURES = ['amount', 'deals', 'activities'] as const;
export type QuotaMeasure = (typeof QUOTA_MEASURES)[number];

/** The measures that are a number and no money. */
export type CountMeasure = Exclude<QuotaMeasure, 'amount'>;

/** What is to be reached. */
export type QuotaGoal =
  | Readonly<{ measure: 'amount'; amount: Money }>
  | Readonly<{ measure: CountMeasure; target: number }>;
