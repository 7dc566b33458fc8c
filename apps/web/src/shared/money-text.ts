import type { Money } from './formats.js';

const GROUPED = /^\d{1,3}(?:[.,]\d{2,3})*[.,]\d{3}$/;
const MOST_DIGITS = 12;

/** Whether it reads as thousands: `12,500`, but not `0,500`. */
const isGrouped = (whole: string): boolean => GROUPED.test(whole) && !whole.startsWith('0');

/**
 * Reads an amount as a person types it into minor units, with either mark for decimals and the other for thousands:
 * `1,234.50` and `1.234,50` are the same. `ambiguous`: both readings are amounts of that currency, as `1,234` is of one
 * with three decimals. `none`: it is no amount of that currency.
 */
export const readMoney = (text: string, currency: string): Money | 'ambiguous' | 'none' => {
  const decimals =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  const typed = text.replace(/[\s'’]/g, '');
  if (/[^\d.,]/.test(typed)) return 'none';
  const marks = [...typed.replace(/\d/g, '')];
  const last = marks.at(-1);
  const inMinor = (whole: string, fraction: string): Money | null => {
    const digits = whole.replace(/[.,]/g, '');
    if (!/^\d+$/.test(digits) || digits.length > MOST_DIGITS || !/^\d*$/.test(fraction)) return null;
    return fraction.length > decimals ? null : { amount: Number(digits + fraction.padEnd(decimals, '0')), currency };
  };
  if (last === undefined) return inMinor(typed, '') ?? 'none';
  // One kind of mark only, for thousands: the last mark is one of them.
  const asWhole = new Set(marks).size === 1 && isGrouped(typed) ? inMinor(typed, '') : null;
  const [whole, fraction] = [typed.slice(0, typed.lastIndexOf(last)), typed.slice(typed.lastIndexOf(last) + 1)];
  const isDecimal = fraction !== '' && !whole.includes(last) && (marks.length === 1 || isGrouped(whole));
  const asDecimal = isDecimal ? inMinor(whole, fraction) : null;
  if (asWhole !== null && asDecimal !== null) return 'ambiguous';
  return asWhole ?? asDecimal ?? 'none';
};

/** As `readMoney` reads it; null: it is no amount, or could be two. */
export const moneyOf = (text: string, currency: string): Money | null => {
  const read = readMoney(text, currency);
  return typeof read === 'string' ? null : read;
};
