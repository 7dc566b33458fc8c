import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import type { ForecastTarget } from './forecast-target.js';

/** `level` is the team whose manager adjusts; null: the company. Each level has its own adjustment of a figure. */
export type AdjustmentTarget = ForecastTarget & Readonly<{ level: string | null }>;

/**
 * Somebody put their own figure in the place of the computed one; no deal is changed. `amount` is what is expected in
 * all, with what is closed and with the surer categories; null: the adjustment was taken back. `from` is what it was.
 */
export type ForecastAdjusted = DomainEvent<
  'ForecastAdjusted',
  AdjustmentTarget & Readonly<{ amount: Money | null; note: string | null; from: Money | null }>
>;

export type ForecastAdjustmentEvent = ForecastAdjusted;
