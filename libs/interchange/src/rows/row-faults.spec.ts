import { expect, it } from 'vitest';
import { rowProblem } from './row-faults.js';

it('what is wrong with a row is told by its code, by what it found, and as a text', () => {
  const place = { file: 'quotas.csv', line: 3 };
  expect(rowProblem(place, 'amount', 'NoAmount', { found: '"x {{currency}}"', currency: 'EUR' })).toEqual({
    ...{ file: 'quotas.csv', line: 3, column: 'amount', code: 'NoAmount' },
    values: { found: '"x {{currency}}"', currency: 'EUR' },
    reason: '"x {{currency}}" is no decimal amount of EUR, or too large a one',
  });
  expect(rowProblem(place, null, 'TooManyCells')).toMatchObject({ column: null, code: 'TooManyCells', values: {} });
});
