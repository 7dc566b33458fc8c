import type { Decider } from '#kernel/event.js';
import type { RateFrom } from '#kernel/exchange-rates.js';
import type { ExchangeRateEvent } from './exchange-rate.events.js';

/** The rates of a currency, by the day from which on they hold. */
export type CurrencyRates = Readonly<{ currency: string; base: string; rates: readonly RateFrom[] }>;

/** The record of the rates of a currency: `EUR~USD`. */
export const ratesIdOf = ({ currency, base }: Pick<CurrencyRates, 'currency' | 'base'>): string =>
  `${currency}~${base}`;

export const exchangeRateDecider: Decider<CurrencyRates | null, ExchangeRateEvent> = {
  category: 'exchange_rate',
  types: { ExchangeRateSet: 'exchange-rate-set.v1' },
  initial: null,
  evolve: (known, event) => {
    switch (event.type) {
      case 'ExchangeRateSet': {
        const { currency, base, from, rate } = event.data;
        const others = (known?.rates ?? []).filter((other) => other.from !== from);
        const rates = [...others, { from, rate }].sort((a, b) => (a.from < b.from ? -1 : 1));
        return { currency, base, rates };
      }
    }
  },
};
