import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { obeysDeciderLaws } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import type { QuotaSet } from './quota.events.js';
import { quotaDecider, quotaIdOf } from './quota.state.js';
import { setQuota } from './set-quota.js';

const givenQuota = given(quotaDecider);
const target = { scope: 'rep', scopeId: 'ada', period: '2017-Q1' } as const;
const dollars = (amount: number) => ({ amount, currency: 'USD' });
const set: QuotaSet = { type: 'QuotaSet', data: { ...target, amount: dollars(500), from: null } };

describe('a quota', () => {
  it('is set for a rep or a team and a period', () => {
    givenQuota()
      .when(setQuota, { ...target, amount: dollars(500) })
      .then(set);
  });

  it('changes, and what it was before is kept', () => {
    givenQuota(set)
      .when(setQuota, { ...target, amount: dollars(600) })
      .then({ type: 'QuotaSet', data: { ...target, amount: dollars(600), from: dollars(500) } });
    givenQuota(set)
      .when(setQuota, { ...target, amount: { amount: 500, currency: 'EUR' } })
      .then({
        type: 'QuotaSet',
        data: { ...target, amount: { amount: 500, currency: 'EUR' }, from: dollars(500) },
      });
  });

  it('stays as it is when set to the same', () => {
    givenQuota(set)
      .when(setQuota, { ...target, amount: dollars(500) })
      .thenNothing();
  });

  it('may be 0 and not below', () => {
    givenQuota()
      .when(setQuota, { ...target, amount: dollars(0) })
      .then({ type: 'QuotaSet', data: { ...target, amount: dollars(0), from: null } });
    givenQuota()
      .when(setQuota, { ...target, amount: dollars(-1) })
      .thenRejected('QuotaNegative');
  });

  it('has a record of its own for each target and period', () => {
    expect(quotaIdOf(target)).toBe('rep~ada~2017-Q1');
    expect(quotaIdOf({ ...target, scope: 'team' })).toBe('team~ada~2017-Q1');
  });

  it('obeys the laws of deciders', () => {
    const amounts = fc.record({ amount: fc.integer({ min: -1, max: 2 }), currency: fc.constantFrom('USD', 'EUR') });
    obeysDeciderLaws(
      quotaDecider,
      amounts.map((amount) => (quota) => setQuota({ ...target, amount }, quota)),
    );
  });
});
