import { minorUnitDigits } from './currencies.js';

/** An amount in integer minor units (cents for USD) of one currency (ISO 4217). */
export type Money = Readonly<{ amount: number; currency: string }>;

/**
 * What an amount that somebody states may be at most, in minor units: a hundred billion dollars. So a sum over hundreds
 * of the largest ones is still exact, and one typing error cannot make figures uncountable.
 */
export const LARGEST_AMOUNT = 10 ** 13;

/** Whether an amount can be stated: whole minor units, not too many of them. */
export const isAmount = (amount: number): boolean => Number.isSafeInteger(amount) && Math.abs(amount) <= LARGEST_AMOUNT;

/** Reads a decimal in major units (`1054.5`) into minor units; null when it is no number or has too many decimals. */
export const parseDecimal = (text: string, currency: string): Money | null => {
  const match = /^(-?)(\d{1,15})(?:\.(\d+))?$/.exec(text.trim());
  if (!match) return null;
  const places = minorUnitDigits(currency);
  const fraction = (match[3] ?? '').replace(/0+$/, '');
  if (fraction.length > places) return null;
  const amount = Number(`${match[1]}${match[2]}${fraction.padEnd(places, '0')}`);
  return Number.isSafeInteger(amount) ? { amount: amount === 0 ? 0 : amount, currency } : null;
};

/** Writes money as a decimal in major units, `1054.50`; reads back through `parseDecimal` to the same money. */
export const formatDecimal = ({ amount, currency }: Money): string => {
  const places = minorUnitDigits(currency);
  if (places === 0) return String(amount);
  const text = String(Math.abs(amount)).padStart(places + 1, '0');
  return `${amount < 0 ? '-' : ''}${text.slice(0, -places)}.${text.slice(-places)}`;
};

/** Rounds half away from zero to an integer of minor units. */
export const roundMinor = (value: number): number => Math.sign(value) * Math.round(Math.abs(value));

/**
 * Splits `total` (from 0 on) in proportion to `weights` (integers from 0 on; all 0: evenly), to the last minor unit, by
 * the method of largest remainders: each part is within 1 of its exact share. Equal remainders go to whoever is first.
 */
export const allocate = (total: number, weights: readonly number[]): readonly number[] => {
  const given = weights.map(BigInt);
  const shares = given.some((weight) => weight > 0n) ? given : given.map(() => 1n);
  const whole = shares.reduce((sum, share) => sum + share, 0n);
  // Of two safe integers the product is not: hence bigint.
  const parts = shares.map((share, index) => {
    const due = BigInt(total) * share;
    return { index, floor: Number(due / whole), remainder: due % whole };
  });
  const left = total - parts.reduce((sum, { floor }) => sum + floor, 0);
  const rounded = new Set(
    parts
      .toSorted((a, b) => (a.remainder === b.remainder ? a.index - b.index : a.remainder > b.remainder ? -1 : 1))
      .slice(0, left)
      .map(({ index }) => index),
  );
  return parts.map(({ index, floor }) => floor + (rounded.has(index) ? 1 : 0));
};
