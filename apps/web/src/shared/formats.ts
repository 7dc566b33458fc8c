import { useMemo } from 'react';
import type { Schemas } from '../api/client.js';
import { useCompany } from '../api/company.js';
import { useLanguage } from '../texts/languages.js';

export type Money = Schemas['Money'];

/** How figures, days and instants are said in the language chosen. Formatting only: every figure comes from the API. */
export type Formats = Readonly<{
  money: (money: Money) => string;
  /** Short, for cards and axes: `$1.2M`. */
  shortMoney: (money: Money) => string;
  /** In major units, for files that people calculate with. */
  major: (money: Money) => number;
  count: (value: number) => string;
  /** To one decimal: `1.5`. */
  tenths: (value: number) => string;
  /** A share of 1: `0.42` is `42 %`. */
  percent: (share: number) => string;
  /** A calendar day, `YYYY-MM-DD`. */
  day: (day: string) => string;
  /** Short, for cards: in Chinese `2026/11/1`, where the long form is cut off. */
  shortDay: (day: string) => string;
  instant: (instant: string) => string;
  /** The calendar day of an instant. */
  instantDay: (instant: string) => string;
}>;

const majorUnits = ({ amount, currency }: Money): number => {
  const digits = new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits;
  return amount / 10 ** (digits ?? 2);
};

const formatsOf = (tag: string, timeZone: string): Formats => {
  const byCurrency = new Map<string, Readonly<{ whole: Intl.NumberFormat; short: Intl.NumberFormat; unit: number }>>();
  // Making a formatter takes far longer than using it.
  const of = (currency: string) => {
    let formats = byCurrency.get(currency);
    if (formats === undefined) {
      const style = { style: 'currency', currency, currencyDisplay: 'narrowSymbol' } as const;
      formats = {
        whole: new Intl.NumberFormat(tag, { ...style, trailingZeroDisplay: 'stripIfInteger' }),
        short: new Intl.NumberFormat(tag, { ...style, notation: 'compact', maximumSignificantDigits: 3 }),
        unit: 1 / majorUnits({ amount: 1, currency }),
      };
      byCurrency.set(currency, formats);
    }
    return formats;
  };
  const count = new Intl.NumberFormat(tag);
  const tenths = new Intl.NumberFormat(tag, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(tag, { style: 'percent', maximumFractionDigits: 1 });
  const day = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone: 'UTC' });
  const dateStyle = tag.startsWith('zh') ? 'short' : 'medium';
  const shortDay = new Intl.DateTimeFormat(tag, { dateStyle, timeZone: 'UTC' });
  const instantDay = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeZone });
  const instant = new Intl.DateTimeFormat(tag, { dateStyle: 'medium', timeStyle: 'short', timeZone });
  return {
    money: ({ amount, currency }) => of(currency).whole.format(amount / of(currency).unit),
    shortMoney: ({ amount, currency }) => of(currency).short.format(amount / of(currency).unit),
    major: ({ amount, currency }) => amount / of(currency).unit,
    count: (value) => count.format(value),
    tenths: (value) => tenths.format(value),
    percent: (share) => percent.format(share),
    day: (text) => day.format(new Date(`${text}T00:00:00Z`)),
    shortDay: (text) => shortDay.format(new Date(`${text}T00:00:00Z`)),
    instant: (text) => instant.format(new Date(text)),
    instantDay: (text) => instantDay.format(new Date(text)),
  };
};

export const useFormats = (): Formats => {
  const { tag } = useLanguage();
  const { timeZone } = useCompany();
  return useMemo(() => formatsOf(tag, timeZone), [tag, timeZone]);
};
