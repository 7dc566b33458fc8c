import { parseRate } from '#kernel/exchange-rates.js';
import type { CalendarDate } from '#kernel/instant.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { ExchangeRateSet } from './exchange-rate.events.js';
import type { CurrencyRates } from './exchange-rate.state.js';

export type SetExchangeRate = Readonly<{ currency: string; base: string; from: CalendarDate; rate: string }>;
export type SetExchangeRateRefusal = 'CurrencyIsTheCompanys' | 'RateInvalid';

/** A rate that starts on a day on which one started already takes its place: a correction, which restates the figures. */
export const setExchangeRate = (
  { currency, base, from, rate: text }: SetExchangeRate,
  known: CurrencyRates | null,
): Outcome<ExchangeRateSet, SetExchangeRateRefusal> => {
  if (currency === base) return reject('CurrencyIsTheCompanys', `${base} is the company's currency: it is worth 1`);
  const rate = parseRate(text);
  if (rate === null) return reject('RateInvalid', `${text} is no rate: it is a decimal above 0, such as 1.0825`);
  const replaces = known?.rates.find((other) => other.from === from)?.rate ?? null;
  if (replaces === rate) return [];
  return [{ type: 'ExchangeRateSet', data: { currency, base, from, rate, replaces } }];
};
