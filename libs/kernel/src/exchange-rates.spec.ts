import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { minorUnitDigits } from './currencies.js';
import { ExchangeRates, NoExchangeRate, parseRate, type RateFrom } from './exchange-rates.js';

const rates = (base: string, of: Readonly<Record<string, readonly RateFrom[]>>) =>
  new ExchangeRates(base, new Map(Object.entries(of)));
const always = (rate: string) => [{ from: '2017-01-01', rate }];

const aRate = fc
  .tuple(fc.nat(99_999), fc.nat(999_999))
  .map(([whole, fraction]) => parseRate(`${whole}.${String(fraction).padStart(6, '0')}`))
  .filter((rate) => rate !== null);
const aCurrency = fc.constantFrom('EUR', 'JPY', 'BHD', 'GBP');
const anAmount = fc.integer({ min: -10_000_000, max: 10_000_000 });
const aDay = fc
  .integer({ min: 0, max: 1_000 })
  .map((day) => new Date(Date.UTC(2017, 0, day)).toISOString().slice(0, 10));

describe('an exchange rate', () => {
  it('is an exact decimal above 0', () => {
    expect(['1.0825', '0.10', '007', ' 2.000 ', '123456789012.123456789012'].map(parseRate)).toStrictEqual([
      ...['1.0825', '0.1', '7', '2', '123456789012.123456789012'],
    ]);
    for (const text of ['', '0', '0.000', '-1', '+1', '1.', '.5', '1e3', '1,5', 'one', '1234567890123']) {
      expect(parseRate(text)).toBeNull();
    }
  });

  it('holds from its day on until the next one starts', () => {
    const euro = rates('USD', {
      EUR: [
        { from: '2017-07-01', rate: '1.2' },
        { from: '2017-01-01', rate: '1.1' },
      ],
    });
    const worth = (day: string) => euro.convert({ amount: 100, currency: 'EUR' }, day);
    expect(['2017-01-01', '2017-06-30', '2017-07-01', '2020-01-01'].map(worth)).toStrictEqual([110, 110, 120, 120]);
    expect(euro.rateOn('EUR', '2016-12-31')).toBeNull();
    expect(worth('2016-12-31')).toBe(110);
  });

  it('converts between minor units of any size', () => {
    const of = { JPY: always('0.0065'), BHD: always('2.65'), EUR: always('1.1') };
    const worth = (amount: number, currency: string, base: string) =>
      rates(base, of).convert({ amount, currency }, '2017-06-01');
    expect(worth(1_000, 'JPY', 'USD')).toBe(650);
    expect(worth(1_000, 'BHD', 'USD')).toBe(265);
    expect(worth(100, 'EUR', 'BHD')).toBe(1_100);
    expect(worth(15_050, 'EUR', 'JPY')).toBe(166);
  });

  it('rounds half away from zero', () => {
    const half = rates('USD', { EUR: always('0.5') });
    const worth = (amount: number) => half.convert({ amount, currency: 'EUR' }, '2017-06-01');
    expect([1, 3, -1, -3].map(worth)).toStrictEqual([1, 2, -1, -2]);
  });

  it('is of each currency: nothing is converted without one', () => {
    const convert = () => rates('USD', {}).convert({ amount: 1, currency: 'EUR' }, '2017-06-01');
    expect(convert).toThrow(NoExchangeRate);
    expect(rates('USD', {}).convert({ amount: 7, currency: 'USD' }, '2017-06-01')).toBe(7);
  });

  it('is taken exactly: what is converted is never further than half a minor unit from it', () => {
    fc.assert(
      fc.property(anAmount, aCurrency, aRate, (amount, currency, rate) => {
        const converted = rates('USD', { [currency]: always(rate) }).convert({ amount, currency }, '2017-06-01');
        // |converted - amount × rate × 10^(2 - digits)| ≤ 1/2, in millionths of a minor unit times 10^digits.
        const [whole = '', fraction = ''] = rate.split('.');
        const millionths = BigInt(whole + fraction.padEnd(6, '0'));
        const scale = 10n ** BigInt(minorUnitDigits(currency));
        const difference = BigInt(converted) * scale * 1_000_000n - BigInt(amount) * millionths * 100n;
        expect(2n * (difference < 0n ? -difference : difference) <= scale * 1_000_000n).toBe(true);
      }),
    );
  });

  it('counts what is more than can be counted as the most that can, and so always tells a whole number', () => {
    const most = Number.MAX_SAFE_INTEGER;
    const worth = (amount: number, rate: string) =>
      rates('USD', { EUR: always(rate) }).convert({ amount, currency: 'EUR' }, '2017-06-01');
    expect([worth(most, '1'), worth(most, '1.27'), worth(-most, '999999999999')]).toStrictEqual([most, most, -most]);
    fc.assert(fc.property(fc.maxSafeInteger(), aRate, (amount, rate) => Number.isSafeInteger(worth(amount, rate))));
  });

  it('never alters what was converted at a day before it starts', () => {
    fc.assert(
      fc.property(anAmount, aCurrency, aRate, aRate, aDay, aDay, (amount, currency, before, after, day, from) => {
        fc.pre(day < from);
        const known = rates('USD', { [currency]: [{ from: '2017-01-01', rate: before }] });
        const later = rates('USD', {
          [currency]: [
            { from: '2017-01-01', rate: before },
            { from, rate: after },
          ],
        });
        expect(later.convert({ amount, currency }, day)).toBe(known.convert({ amount, currency }, day));
      }),
    );
  });
});
