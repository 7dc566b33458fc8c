import { expect, it } from 'vitest';
import { wilsonInterval } from './wilson-interval.js';

it('is the score interval of Wilson', () => {
  // 8 of 10: (0.8 + 0.19207 ± 1.96 × √(0.016 + 0.0096)) ÷ 1.38415
  const { low, high } = wilsonInterval(0.8, 10);
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.4902', '0.9433']);
});

it('stays within 0 and 1, and is all of it without cases', () => {
  expect(wilsonInterval(0, 5).low).toBe(0);
  expect(wilsonInterval(1, 5).high).toBe(1);
  expect(wilsonInterval(0.3, 0)).toEqual({ low: 0, high: 1 });
});
