import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { quotaPlan } from './quota-plan.js';

const weights = fc.array(fc.nat(1_000_000), { minLength: 1, maxLength: 13 });
const sum = (amounts: readonly number[]): number => amounts.reduce((total, amount) => total + amount, 0);
const planOf = (amount: number, seasons: readonly number[], members: readonly number[]) =>
  quotaPlan(
    amount,
    seasons.map((weight, period) => ({ period, weight })),
    members.map((weight, index) => ({ repId: `rep${index}`, weight })),
  );

describe('a plan of quotas', () => {
  it('adds up to the quota over its parts, and to each part over the members, to the cent', () => {
    fc.assert(
      fc.property(fc.nat(), weights, weights, (amount, seasons, members) => {
        const plan = planOf(amount, seasons, members);
        expect(sum(plan.map((part) => part.amount))).toBe(amount);
        for (const part of plan) expect(sum(part.members.map((member) => member.amount))).toBe(part.amount);
      }),
    );
  });

  it('gives each part what its season is due, to within a cent', () => {
    fc.assert(
      fc.property(fc.nat(1_000_000_000), weights, (amount, seasons) => {
        fc.pre(sum(seasons) > 0);
        for (const [place, part] of planOf(amount, seasons, [1]).entries()) {
          expect(Math.abs(part.amount - (amount * (seasons[place] ?? 0)) / sum(seasons))).toBeLessThan(1);
        }
      }),
    );
  });

  it('is even where nothing tells a season, or the members apart', () => {
    expect(
      planOf(100, [0, 0, 0], [0, 0]).map(({ amount, members }) => [amount, members.map((each) => each.amount)]),
    ).toEqual([
      [34, [17, 17]],
      [33, [17, 16]],
      [33, [17, 16]],
    ]);
  });

  it('stays with the parts for a team without members', () => {
    expect(planOf(100, [3, 1], [])).toEqual([
      { period: 0, amount: 75, members: [] },
      { period: 1, amount: 25, members: [] },
    ]);
  });
});
