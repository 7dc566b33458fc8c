import fc from 'fast-check';
import { expect, it } from 'vitest';
import { medianOf } from './median.js';

it('the median is the middle number, half-way between two, or none', () => {
  expect(medianOf([5, 1, 3])).toBe(3);
  expect(medianOf([10, 2])).toBe(6);
  expect(medianOf([-1, 100, -50, 0])).toBe(-0.5);
  expect(medianOf([])).toBeNull();
});

it('the median of any numbers is that of the same in order, and they stay where they were', () => {
  const few = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 40 });
  const any = fc.array(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e9, max: 1e9 }), { minLength: 1 });
  fc.assert(
    fc.property(fc.oneof(few, any), (numbers) => {
      const before = [...numbers];
      const sorted = numbers.toSorted((a, b) => a - b);
      const [lower, upper] = [sorted[(sorted.length - 1) >> 1], sorted[sorted.length >> 1]] as [number, number];
      expect(medianOf(numbers)).toBeCloseTo(lower === upper ? upper : (lower + upper) / 2, 9);
      expect(numbers).toEqual(before);
    }),
  );
});
