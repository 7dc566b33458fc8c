import type { CommandRunner, Decision } from '#commands/command-runner.js';
import type { Settings } from '#config/settings.js';
import { ExchangeRates } from '#kernel/exchange-rates.js';
import { type CalendarDate, type Instant, instantOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import { dateIn } from '#kernel/time-zone.js';
import type { ReadModels } from '#projections/read-models.js';
import { versionAt } from '#projections/versions.js';
import { companyKnownAt, companyProjections } from '../company-versions/company-at.contract.js';
import { type CurrencyRates, exchangeRateDecider, ratesIdOf } from '../domain/exchange-rate.state.js';
import { exchangeRateVersions } from './exchange-rate-versions.projection.js';

export type MoneySettings = Pick<Settings, 'currency' | 'timeZone' | 'fiscalYearStart'>;

/** The read models that `companyMoneyAt` reads. */
export const companyMoneyProjections = [exchangeRateVersions, ...companyProjections];

/** Tells what amounts are worth in the company's currency, in minor units, as of an instant. */
export class CompanyMoney {
  constructor(
    private readonly rates: ExchangeRates,
    private readonly timeZone: string,
    /** The day of the instant. */
    readonly today: CalendarDate,
  ) {}

  get currency(): string {
    return this.rates.base;
  }

  /** What it is worth on the day. @throws NoExchangeRate */
  on(day: CalendarDate, money: Money): number {
    return this.rates.convert(money, day);
  }

  /** The day of the company's calendar. `milliseconds` since 1970. */
  dayOf(milliseconds: number): CalendarDate {
    return dateIn(this.timeZone, instantOf(milliseconds));
  }
}

/** By the rates known at `knownAt`: as with the calendar, what is corrected restates the past too. */
export const companyMoneyAt = async (
  readModels: ReadModels,
  settings: MoneySettings,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<CompanyMoney> => {
  const [{ timeZone }, versions] = await Promise.all([
    companyKnownAt(readModels, settings, knownAt),
    readModels.versions(exchangeRateVersions),
  ]);
  const rates = new Map<string, CurrencyRates['rates']>();
  for (const doc of versions.values()) {
    const known = versionAt(doc, knownAt, knownAt)?.state;
    if (known?.base === settings.currency) rates.set(known.currency, known.rates);
  }
  return new CompanyMoney(new ExchangeRates(settings.currency, rates), timeZone, dateIn(timeZone, asOf));
};

/** Refuses an amount that nothing tells the worth of on the day. */
const unconvertible = async (
  runner: CommandRunner,
  base: string,
  currency: string,
  day: CalendarDate,
): Promise<Rejected<'ExchangeRateMissing'> | null> => {
  if (currency === base) return null;
  const known = await runner.state(exchangeRateDecider, ratesIdOf({ currency, base }));
  if (known?.rates.some(({ from }) => from <= day)) return null;
  return reject('ExchangeRateMissing', `There is no exchange rate from ${currency} to ${base} on ${day}`);
};

export type Worth = Readonly<{ currency: string; day: CalendarDate }>;

/** The decision, refused when it is in order but about an amount that nothing tells the worth of. */
export const ifConvertible =
  <S, E, C extends string>(
    runner: CommandRunner,
    base: string,
    decide: Decision<S, E, C>,
    /** What the events say: null when they are about no amount. */
    worthOf: (events: readonly E[], at: Instant) => Worth | null,
  ): Decision<S, E, C | 'ExchangeRateMissing'> =>
  async (state, deciding): Promise<Outcome<E, C | 'ExchangeRateMissing'>> => {
    const outcome = await decide(state, deciding);
    const worth = isRejected(outcome) ? null : worthOf(outcome, deciding.at);
    return (worth && (await unconvertible(runner, base, worth.currency, worth.day))) ?? outcome;
  };
