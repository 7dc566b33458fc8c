import { describe, expect, it } from 'vitest';
import type { DecimalMark } from '../rows/plain-decimal.js';
import { said } from './said.js';

const says = (amount: string, decimal: DecimalMark) =>
  said({ file: 'f.csv', line: 2, cells: new Map(Object.entries({ id: '1.200', amount })), decimal });

describe('What a row says', () => {
  it('is the same however the decimals are written', () => {
    expect(says('1.234,50', 'either')).toEqual(says('1234.50', '.'));
    expect(says('1.234,50', ',')).toEqual(says('1.234,50', 'either'));
  });

  it('is something else where the same letters are another number', () => {
    expect(says('1.200', ',')).not.toEqual(says('1.200', '.'));
    expect(says('1.200', ',')).toEqual([
      ['amount', '1200'],
      ['id', '1.200'],
    ]);
  });
});
