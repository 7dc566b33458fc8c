import { expect, it } from 'vitest';
import { pacing } from './show-progress.js';

it('says how fast it goes, and how long the rest takes at that, once that tells something', () => {
  const pace = pacing();
  const of = (done: number, now: number, total: number | null = 1_000, phase = 'rebuild') =>
    pace({ phase, done, total }, now);
  expect([of(100, 0), of(150, 500)]).toEqual(['', '']);
  expect(of(300, 2_000)).toBe(', 100/s, 7 s left');
  expect(of(1_000, 3_000)).toBe(', 300/s, 0 s left');
  expect(of(110, 9_000, null, 'other')).toBe('');
  expect(of(112, 10_000, null, 'other')).toBe(', 2.0/s');
});
