import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import type { ForecastTarget } from './forecast-target.js';

/**
 * A rep or a manager made their call: what they stand by for the period, with what is closed and with the surer
 * categories. `from` is the call before; null for the first.
 */
export type ForecastSubmitted = DomainEvent<
  'ForecastSubmitted',
  ForecastTarget & Readonly<{ amount: Money; note: string | null; from: Money | null }>
>;

export type ForecastSubmissionEvent = ForecastSubmitted;
