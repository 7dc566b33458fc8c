import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnitDigits } from './currencies.js';
import { allocate, formatDecimal, parseDecimal, roundMinor } from './money.js';

describe('money', () => {
  it('reads a decimal in major units into minor units', () => {
    expect(parseDecimal('1054.5', 'USD')).toEqual({ amount: 105450, currency: 'USD' });
    expect(parseDecimal('1054', 'JPY')).toEqual({ amount: 1054, currency: 'JPY' });
    expect(parseDecimal('1.250', 'KWD')).toEqual({ amount: 1250, currency: 'KWD' });
    expect(parseDecimal('5.500', 'USD')).toEqual({ amount: 550, currency: 'USD' });
  });

  it('refuses what is no amount of that currency', () => {
    for (const text of ['', 'abc', '1.005', '1e3', '1,000', '99999999999999999', '.5']) {
      expect(parseDecimal(text, 'USD')).toBeNull();
    }
  });

  it('reads back what it wrote', () => {
    fc.assert(
      fc.property(fc.maxSafeInteger(), fc.constantFrom('USD', 'JPY', 'KWD'), (amount, currency) => {
        const money = { amount: amount === 0 ? 0 : Math.trunc(amount / 10), currency };
        expect(parseDecimal(formatDecimal(money), currency)).toEqual({
          ...money,
          amount: money.amount === 0 ? 0 : money.amount,
        });
      }),
    );
  });

  it('knows the decimals of a currency', () => {
    expect(['USD', 'JPY', 'KWD'].map(minorUnitDigits)).toEqual([2, 0, 3]);
  });

  it('rounds half away from zero', () => {
    expect([0.5, -0.5, 1.4, -1.5].map(roundMinor)).toEqual([1, -1, 1, -2]);
  });
});

describe('allocating money', () => {
  it('splits to the last minor unit, equal remainders from the first on', () => {
    expect(allocate(100, [1, 1, 1])).toEqual([34, 33, 33]);
    expect(allocate(100, [0, 0, 0])).toEqual([34, 33, 33]);
    expect(allocate(7, [1, 0, 3])).toEqual([2, 0, 5]);
    expect(allocate(7, [])).toEqual([]);
  });

  it('gives each part its exact share, to within one, however large the amounts', () => {
    const amount = fc.maxSafeNat();
    fc.assert(
      fc.property(amount, fc.array(amount, { minLength: 1, maxLength: 6 }), (total, weights) => {
        const parts = allocate(total, weights);
        const sum = weights.reduce((sum, weight) => sum + BigInt(weight), 0n);
        expect(parts.reduce((sum, part) => sum + BigInt(part), 0n)).toBe(BigInt(total));
        parts.forEach((part, index) => {
          const missed = BigInt(part) * sum - BigInt(total) * BigInt(weights[index] ?? 0);
          expect(sum === 0n || (missed < sum && missed > -sum)).toBe(true);
        });
      }),
    );
  });
});
