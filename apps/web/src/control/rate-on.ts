import type { CurrencyRates } from '../api/exchange-rates.js';

type RateFrom = CurrencyRates['rates'][number];

/** The rate that holds on a day; null: none has started by then. `rates` come by day, the first one first. */
export const holdsOn = (rates: readonly RateFrom[], day: string): RateFrom | null =>
  rates.findLast(({ from }) => from <= day) ?? null;
