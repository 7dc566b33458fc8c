import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { rangeOf } from '#kernel/calendar-periods.js';
import { gregorian } from '#kernel/fiscal-calendar.js';
import type { Money } from '#kernel/money.js';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import type { CountQuotaSet, QuotaSet } from './quota.events.js';
import { quotaDecider, quotaIdOf } from './quota.state.js';
import { setQuota } from './set-quota.js';

const givenQuota = given(quotaDecider);
const ada = { scope: 'rep', scopeId: 'ada' } as const;
const days = { from: '2017-01-01', to: '2017-04-01' };
const target = { ...ada, period: '2017-Q1', days };
const dollars = (amount: number) => ({ amount, currency: 'USD' });
const of = (amount: Money) => ({ ...target, measure: 'amount' as const, amount });
const set: QuotaSet = { type: 'QuotaSet', data: { ...target, amount: dollars(500), from: null } };
const ofDeals = (count: number) => ({ ...target, measure: 'deals' as const, target: count });

describe('a quota', () => {
  it('is set for a rep or a team and a period', () => {
    givenQuota()
      .when(setQuota, of(dollars(500)))
      .then(set);
  });

  it('changes, and what it was before is kept', () => {
    givenQuota(set)
      .when(setQuota, of(dollars(600)))
      .then({ type: 'QuotaSet', data: { ...target, amount: dollars(600), from: dollars(500) } });
    givenQuota(set)
      .when(setQuota, of({ amount: 500, currency: 'EUR' }))
      .then({
        type: 'QuotaSet',
        data: { ...target, amount: { amount: 500, currency: 'EUR' }, from: dollars(500) },
      });
  });

  it('stays as it is when set to the same', () => {
    givenQuota(set)
      .when(setQuota, of(dollars(500)))
      .thenNothing();
  });

  it('may be 0 and not below', () => {
    givenQuota()
      .when(setQuota, of(dollars(0)))
      .then({ type: 'QuotaSet', data: { ...target, amount: dollars(0), from: null } });
    givenQuota()
      .when(setQuota, of(dollars(-1)))
      .thenRejected('QuotaNegative');
  });

  it('may be a number of deals or of activities', () => {
    const first: CountQuotaSet = { type: 'CountQuotaSet', data: { ...ofDeals(12), from: null } };
    givenQuota().when(setQuota, ofDeals(12)).then(first);
    givenQuota(first).when(setQuota, ofDeals(12)).thenNothing();
    givenQuota(first)
      .when(setQuota, ofDeals(9))
      .then({ type: 'CountQuotaSet', data: { ...ofDeals(9), from: 12 } });
    givenQuota().when(setQuota, ofDeals(-1)).thenRejected('QuotaNegative');
  });

  it('has a record of its own for each target, period and measure', () => {
    expect(quotaIdOf(ada, days, gregorian(1), 'deals')).toBe('deals~rep~ada~2017-Q1');
    expect(quotaIdOf(ada, days, gregorian(1))).toBe('rep~ada~2017-Q1');
    expect(quotaIdOf({ ...ada, scope: 'team' }, days, gregorian(1))).toBe('team~ada~2017-Q1');
  });

  it('has the same record for the same days, whatever calendar they were set by', () => {
    const third = rangeOf({ unit: 'quarter', year: 2017, quarter: 3 }, gregorian(7));
    expect(third).toStrictEqual(days);
    expect(quotaIdOf(ada, third, gregorian(1))).toBe('rep~ada~2017-Q1');
    expect(quotaIdOf(ada, { from: '2017-01-29', to: '2017-02-26' }, gregorian(1))).toBe(
      'rep~ada~2017-01-29~2017-02-26',
    );
  });

  it('obeys the laws of deciders', () => {
    const amounts = fc.record({ amount: fc.integer({ min: -1, max: 2 }), currency: fc.constantFrom('USD', 'EUR') });
    const counts = fc.integer({ min: -1, max: 2 });
    const goals = fc.oneof(amounts.map(of), counts.map(ofDeals));
    obeysDeciderLaws(
      quotaDecider,
      goals.map((goal) => (quota) => setQuota(goal, quota)),
    );
  });
});
