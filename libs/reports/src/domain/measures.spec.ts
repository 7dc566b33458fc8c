import { expect, it } from 'vitest';
import { type MeasureName, measureOf, type Sums, sumsOf } from './measures.js';

const sum = (deals: number, amount: number, days: readonly number[] = [], times = deals, quantity = deals) => ({
  ...{ deals, amount, days, quantity, times },
});

const sums: Sums = {
  won: sum(4, 1_000, [10, 12, 20, 48], 4, 6),
  lost: sum(12, 3_000, [1, 2, 4.5]),
  created: sum(5, 700),
  open: sum(18, 9_000, [2, 3]),
  due: sum(6, 3_000),
  slipped: sum(3, 600, [1, 2, 3, 10], 4),
  pushed: sum(1, 200, [30]),
  postponed: sum(2, 500, [5, 6, 40], 3),
  overdue: sum(1, 100),
  quota: 2_000,
};

const all: Readonly<Record<MeasureName, number>> = {
  ...{ wonDeals: 4, wonAmount: 1_000, wonQuantity: 6, averageWonAmount: 250, lostDeals: 12, lostAmount: 3_000 },
  ...{ winRate: 0.25, winRateByAmount: 0.25, averageCycleDays: 22.5, averageLossDays: 2.5 },
  ...{ medianCycleDays: 16, medianLossDays: 2 },
  ...{ createdDeals: 5, createdAmount: 700, openDeals: 18, openAmount: 9_000, averageAgeDays: 2.5 },
  // 18 × ¼ × 250 ÷ 22.5.
  velocity: 50,
  ...{ coverage: 3, dueDeals: 6, dueAmount: 3_000, quota: 2_000, remainingQuota: 1_000, attainment: 0.5 },
  ...{ slippedDeals: 3, slippedAmount: 600, slippedTimes: 4, medianDaysSlipped: 2.5 },
  ...{ pushedDeals: 1, pushedAmount: 200 },
  ...{ postponedDeals: 2, postponedAmount: 500, postponedTimes: 3, medianDaysPostponed: 6 },
  ...{ overdueDeals: 1, overdueAmount: 100 },
};

it.each(Object.entries(all))('%s is %s', (name, value) => {
  expect(measureOf(name as MeasureName).of(sums)).toBe(value);
});

it('says nothing of what cannot be divided, and counts nothing as 0', () => {
  const values = Object.keys(all).map((name) => [name, measureOf(name as MeasureName).of(sumsOf({}))]);
  expect(Object.fromEntries(values)).toEqual({
    ...{ wonDeals: 0, wonAmount: 0, wonQuantity: 0, averageWonAmount: null, lostDeals: 0, lostAmount: 0 },
    ...{ winRate: null, winRateByAmount: null, averageCycleDays: null, averageLossDays: null },
    ...{ medianCycleDays: null, medianLossDays: null },
    ...{ createdDeals: 0, createdAmount: 0, openDeals: 0, openAmount: 0, averageAgeDays: null, velocity: null },
    ...{ coverage: null, dueDeals: 0, dueAmount: 0, quota: null, remainingQuota: null, attainment: null },
    ...{ slippedDeals: 0, slippedAmount: 0, slippedTimes: 0, medianDaysSlipped: null, pushedDeals: 0, pushedAmount: 0 },
    ...{ postponedDeals: 0, postponedAmount: 0, postponedTimes: 0, medianDaysPostponed: null },
    ...{ overdueDeals: 0, overdueAmount: 0 },
  });
});

it('has no coverage where the quota is met', () => {
  expect(measureOf('coverage').of({ ...sums, quota: 1_000 })).toBeNull();
  expect(measureOf('remainingQuota').of({ ...sums, quota: 900 })).toBe(0);
});
