import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { plainDecimal } from './plain-decimal.js';

const either = (text: string) => plainDecimal(text, 'either');

describe('A decimal as people write it', () => {
  it('is read with either mark where only one of them makes sense', () => {
    expect(either('1234,5')).toBe('1234.5');
    expect(either('1234.50')).toBe('1234.50');
    expect(either('1.234,50')).toBe('1234.50');
    expect(either('1,234.50')).toBe('1234.50');
    expect(either('1.234.567')).toBe('1234567');
    expect(either('-1 234,5')).toBe('-1234.5');
    expect(either('1’234’567.5')).toBe('1234567.5');
    expect(either('0,125')).toBe('0.125');
    expect(either('1234,500')).toBe('1234.500');
    expect(either('12')).toBe('12');
  });

  it('is unclear where both do', () => {
    expect(either('1.234')).toBe('unclear');
    expect(either('12,000')).toBe('unclear');
    expect(plainDecimal('1.234', ',')).toBe('1234');
    expect(plainDecimal('1,234', ',')).toBe('1.234');
    expect(plainDecimal('1.234', '.')).toBe('1.234');
  });

  it('is none where the marks stand anywhere', () => {
    for (const text of ['1,2,3', '12.34,5', '1,23.456,7', '', '-', 'x', '1,', '1 23', '1.234.56', '0.123.456']) {
      expect(either(text), text).toBeNull();
    }
    expect(plainDecimal('1234.56', ',')).toBeNull();
  });

  it('is never read as another number than whoever wrote it meant', () => {
    const thousands = fc.constantFrom('', ' ', '\u00a0', '’', 'other');
    fc.assert(
      fc.property(
        fc.nat(10 ** 9),
        fc.nat(3),
        fc.constantFrom(',' as const, '.' as const),
        thousands,
        (n, places, mark, parting) => {
          const plain = (n / 10 ** places).toFixed(places);
          const [whole = '', fraction] = plain.split('.');
          const between = parting === 'other' ? (mark === ',' ? '.' : ',') : parting;
          const grouped = whole.replace(/\B(?=(\d{3})+$)/g, between);
          const written = fraction === undefined ? grouped : `${grouped}${mark}${fraction}`;
          if (mark === ',') expect(Number(plainDecimal(written, ','))).toBe(Number(plain));
          const read = either(written);
          if (read !== 'unclear') expect(Number(read ?? Number.NaN)).toBe(Number(plain));
        },
      ),
      { numRuns: 2_000 },
    );
  });
});
