import { describe, expect, it } from 'vitest';
import { landingWords } from '../landing/landing-words.en.js';
import { type LandingSigns, landingReasons } from './landing-reasons.js';

const NONE = { deals: 0, amount: 0 };

const healthy: LandingSigns = {
  measure: 'amount',
  ...{ quota: 1000, won: 500, open: 2000 },
  winRate: { now: 0.3, nowClosed: 20, before: 0.31, beforeClosed: 40 },
  ...{ pushedOut: NONE, lost: NONE, newDeals: { deals: 10, usual: 10 }, activities: { count: 40, usual: 40 } },
};

const poor: LandingSigns = {
  measure: 'amount',
  ...{ quota: 1000, won: 500, open: 600 },
  winRate: { now: 0.18, nowClosed: 20, before: 0.31, beforeClosed: 40 },
  ...{ pushedOut: { deals: 2, amount: 700 }, lost: { deals: 1, amount: 400 } },
  ...{ newDeals: { deals: 2, usual: 8 }, activities: { count: 9, usual: 45.5 } },
};

const texts = (signs: LandingSigns) =>
  landingReasons(signs).map((reason) => landingWords(reason, (amount) => `USD ${amount / 100}`));

describe('the reasons for a landing', () => {
  it('are those that weigh most, in words, at most five', () => {
    expect(texts(poor)).toEqual([
      '9 activities in the last 30 days, 45.5 is usual',
      '2 deals opened in the period so far, 8.0 is usual by now',
      '2 deals worth USD 7 pushed out of the period',
      'Coverage is 1.2 of 3.2 needed',
      'The win rate fell from 31 % to 18 %',
    ]);
    expect(texts({ ...poor, activities: healthy.activities }).at(-1)).toBe('One deal worth USD 4 lost in the period');
  });

  it('are none where all is as usual', () => {
    expect(texts(healthy)).toEqual([]);
  });

  it('count deals, each as 100, where the quota is one of deals', () => {
    const quiet = { ...healthy, measure: 'deals' as const, quota: 2_000, won: 1_000, open: 5_000 };
    expect(landingReasons({ ...quiet, lost: { deals: 1, amount: 1 } }).map(({ code }) => code)).toEqual(['dealsLost']);
    expect(landingReasons({ ...quiet, quota: 2_100, lost: { deals: 1, amount: 9_000 } })).toEqual([]);
  });

  it('do not judge a win rate by a handful of deals, nor small sums', () => {
    const few = { ...poor.winRate, nowClosed: 4 };
    const small = { ...poor, winRate: few, pushedOut: { deals: 1, amount: 40 }, lost: { deals: 1, amount: 40 } };
    expect(landingReasons(small).map(({ code }) => code)).toEqual(['activityDown', 'fewNewDeals', 'coverageLow']);
  });
});
