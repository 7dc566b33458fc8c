import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import type { DateRange } from '#kernel/period.js';
import type { CountMeasure } from './quota-measure.js';

/** Who has a quota: `scopeId` is the id of a rep or of a team. */
export type QuotaHolder = Readonly<{ scope: 'rep' | 'team'; scopeId: string }>;

/**
 * Whose quota, and for when: `period` is what the calendar of then calls it (`2017-03`, `2017-P03`, `2017-Q1`, `2017`),
 * `days` are those that it has. A quota is for its days: should the calendar change, they tell which period it is of.
 * Null: set when only the settings told the calendar, which tell the days of the period too.
 */
export type QuotaTarget = QuotaHolder & Readonly<{ period: string; days: DateRange | null }>;

/** The amount that is to be won was set or changed; `from` is what it was before, null for the first. */
export type QuotaSet = DomainEvent<'QuotaSet', QuotaTarget & Readonly<{ amount: Money; from: Money | null }>>;

/** How many deals are to be won, or activities done, was set or changed; `from` is how many before, null for the first. */
export type CountQuotaSet = DomainEvent<
  'CountQuotaSet',
  QuotaTarget & Readonly<{ measure: CountMeasure; target: number; from: number | null }>
>;

export type QuotaEvent = QuotaSet | CountQuotaSet;
