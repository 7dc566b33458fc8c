import { expect, it } from 'vitest';
import { type MeasureName, measureOf, noSums, type Sums } from './measures.js';

const sums: Sums = {
  won: { deals: 4, amount: 1_000, days: 90, quantity: 6 },
  lost: { deals: 12, amount: 3_000, days: 30, quantity: 12 },
  created: { deals: 5, amount: 700, days: 0, quantity: 5 },
  open: { deals: 18, amount: 9_000, days: 45, quantity: 18 },
};

const all: Readonly<Record<MeasureName, number>> = {
  ...{ wonDeals: 4, wonAmount: 1_000, wonQuantity: 6, averageWonAmount: 250, lostDeals: 12, lostAmount: 3_000 },
  ...{ winRate: 0.25, winRateByAmount: 0.25, averageCycleDays: 22.5, averageLossDays: 2.5 },
  ...{ createdDeals: 5, createdAmount: 700, openDeals: 18, openAmount: 9_000, averageAgeDays: 2.5 },
  // 18 × ¼ × 250 ÷ 22.5.
  velocity: 50,
};

it.each(Object.entries(all))('%s is %s', (name, value) => {
  expect(measureOf(name as MeasureName).of(sums)).toBe(value);
});

it('says nothing of what cannot be divided, and counts nothing as 0', () => {
  const values = Object.keys(all).map((name) => [name, measureOf(name as MeasureName).of(noSums())]);
  expect(Object.fromEntries(values)).toEqual({
    ...{ wonDeals: 0, wonAmount: 0, wonQuantity: 0, averageWonAmount: null, lostDeals: 0, lostAmount: 0 },
    ...{ winRate: null, winRateByAmount: null, averageCycleDays: null, averageLossDays: null },
    ...{ createdDeals: 0, createdAmount: 0, openDeals: 0, openAmount: 0, averageAgeDays: null, velocity: null },
  });
});
