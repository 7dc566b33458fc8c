import { expect, it } from 'vitest';
import { medianOf } from './median.js';

it('the median is the middle number, half-way between two, or none', () => {
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([10, 2])).toBe(6);
  expect(medianOf([-1, 100, -50, 0])).toBe(-0.5);
  expect(medianOf([])).toBeNull();
});
