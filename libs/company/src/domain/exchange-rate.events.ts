import type { DomainEvent } from '#kernel/event.js';
import type { CalendarDate } from '#kernel/instant.js';

/**
 * From the day `from` on, until the next rate starts, one major unit of `currency` is worth `rate` major units of `base`,
 * the company's currency: an exact decimal. `replaces`: the rate that started on that day so far, null when none did.
 */
export type ExchangeRateSet = DomainEvent<
  'ExchangeRateSet',
  { currency: string; base: string; from: CalendarDate; rate: string; replaces: string | null }
>;

export type ExchangeRateEvent = ExchangeRateSet;
