import { minorUnitDigits } from './currencies.js';
import type { CalendarDate } from './instant.js';
import type { Money } from './money.js';

/** What one major unit is worth from the day `from` on, until the next rate starts: an exact decimal, `1.0825`. */
export type RateFrom = Readonly<{ from: CalendarDate; rate: string }>;

/** The most that a number counts exactly. */
const MOST = Number.MAX_SAFE_INTEGER;

const RATE = /^(\d{1,12})(?:\.(\d{1,12}))?$/;

/** A decimal above 0 with up to 12 digits on either side of the point, in its shortest form (`1.10` is `1.1`); or null. */
export const parseRate = (text: string): string | null => {
  const [, whole, fraction = ''] = RATE.exec(text.trim()) ?? [];
  if (whole === undefined) return null;
  const decimals = fraction.replace(/0+$/, '');
  const rate = `${whole.replace(/^0+(?=\d)/, '')}${decimals && `.${decimals}`}`;
  return rate === '0' ? null : rate;
};

/** Nothing tells what a currency is worth. */
export class NoExchangeRate extends Error {
  override readonly name = 'NoExchangeRate';

  constructor(currency: string, base: string) {
    super(`There is no exchange rate from ${currency} to ${base}`);
  }
}

/** Rates of currencies in one of them, the base. */
export class ExchangeRates {
  private readonly rates: ReadonlyMap<string, readonly RateFrom[]>;

  /** `rates` by currency, in any order, one for a day. */
  constructor(
    readonly base: string,
    rates: ReadonlyMap<string, readonly RateFrom[]>,
  ) {
    this.rates = new Map([...rates].map(([currency, of]) => [currency, of.toSorted(byDay)]));
  }

  /** The rate of that day; null when none has started by then. */
  rateOn(currency: string, day: CalendarDate): RateFrom | null {
    return this.rates.get(currency)?.findLast(({ from }) => from <= day) ?? null;
  }

  /**
   * The amount in minor units of the base at the rate of that day, or at the first rate there is for a day before it.
   * Exact, and rounded once, half away from zero; what is more than can be counted is as much as can be counted, so that
   * a mistaken rate spoils the figures that it is in, and no others.
   * @throws NoExchangeRate when the currency has no rate at all
   */
  convert({ amount, currency }: Money, day: CalendarDate): number {
    if (currency === this.base) return amount;
    const rate = this.rateOn(currency, day) ?? this.rates.get(currency)?.[0];
    if (!rate) throw new NoExchangeRate(currency, this.base);
    const [whole = '', fraction = ''] = rate.rate.split('.');
    const shift = minorUnitDigits(this.base) - minorUnitDigits(currency) - fraction.length;
    const product = BigInt(amount) * BigInt(whole + fraction);
    const converted = shift >= 0 ? product * 10n ** BigInt(shift) : quotient(product, 10n ** BigInt(-shift));
    return Math.max(-MOST, Math.min(Number(converted), MOST));
  }
}

/** Rounded half away from zero. `divisor` is above 0. */
const quotient = (dividend: bigint, divisor: bigint): bigint => {
  const magnitude = dividend < 0n ? -dividend : dividend;
  const rounded = (2n * magnitude + divisor) / (2n * divisor);
  return dividend < 0n ? -rounded : rounded;
};

const byDay = (a: RateFrom, b: RateFrom): number => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0);
