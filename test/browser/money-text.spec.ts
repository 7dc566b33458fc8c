import { join } from 'node:path';
import fc from 'fast-check';
import { expect, it } from 'vitest';
import { root } from '../architecture/repository.js';

type Read = Readonly<{ amount: number; currency: string }> | 'ambiguous' | 'none';

// From its source: the program that is tested otherwise knows nothing of the dashboard.
const { readMoney } = (await import(join(root, 'apps/web/src/shared/money-text.ts'))) as Readonly<{
  readMoney: (text: string, currency: string) => Read;
}>;

const usd = (amount: number) => ({ amount, currency: 'USD' });

it.each([
  ['1234', 123_400],
  ['1234.50', 123_450],
  ['1234,50', 123_450],
  ['1234,5', 123_450],
  ['1,234.50', 123_450],
  ['1.234,50', 123_450],
  ['1 234,50', 123_450],
  ["1'234.50", 123_450],
  ['12.500', 1_250_000],
  ['12,500', 1_250_000],
  ['1.234.567', 123_456_700],
  ['12,34,567.50', 123_456_750],
  ['0,5', 50],
])('"%s" is %d cents', (text, cents) => expect(readMoney(text, 'USD')).toEqual(usd(cents)));

it.each([
  '',
  ',',
  '1,',
  ',5',
  '1,2345',
  '12,50,3',
  '1.23.4',
  '1,234,50',
  '1.234.50',
  '0,500',
  '1234.500',
  '-5',
  '1e3',
  '1.2,3.4',
])('"%s" is no amount', (text) => expect(readMoney(text, 'USD')).toBe('none'));

it('one mark before three digits could be either where a currency has three decimals', () => {
  expect(readMoney('1,234', 'KWD')).toBe('ambiguous');
  expect(readMoney('1.234', 'KWD')).toBe('ambiguous');
  expect(readMoney('1,234.500', 'KWD')).toEqual({ amount: 1_234_500, currency: 'KWD' });
  expect(readMoney('0,250', 'KWD')).toEqual({ amount: 250, currency: 'KWD' });
  expect(readMoney('1,234', 'JPY')).toEqual({ amount: 1_234, currency: 'JPY' });
  expect(readMoney('1,2', 'JPY')).toBe('none');
});

it('an amount as any of three languages writes it is read back', () => {
  const cents = fc.integer({ min: 0, max: 99_999_999_999 });
  fc.assert(
    fc.property(cents, fc.constantFrom('en-US', 'de-DE', 'fr-FR'), (amount, tag) => {
      const text = new Intl.NumberFormat(tag, { minimumFractionDigits: 2 }).format(amount / 100);
      expect(readMoney(text, 'USD')).toEqual(usd(amount));
    }),
  );
});
