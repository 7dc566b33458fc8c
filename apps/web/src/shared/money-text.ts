import type { Money } from './formats.js';

/** Reads an amount as a person types it, `1,234.50`, into minor units; null: it is none. */
export const moneyOf = (text: string, currency: string): Money | null => {
  const [, whole, fraction = ''] = /^(\d{1,12})(?:\.(\d{1,3}))?$/.exec(text.replace(/[\s,]/g, '')) ?? [];
  const digits =
    new Intl.NumberFormat('en', { style: 'currency', currency }).resolvedOptions().maximumFractionDigits ?? 2;
  if (whole === undefined || fraction.length > digits) return null;
  return { amount: Number(`${whole}${fraction.padEnd(digits, '0')}`), currency };
};
