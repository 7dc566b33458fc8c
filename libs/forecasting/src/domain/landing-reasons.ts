import { DEAL, type LandingMeasure } from './landing.js';

/** What may keep somebody from their quota, with the figures that show it. Amounts in minor units. */
export type LandingReason =
  | Readonly<{ code: 'coverageLow'; coverage: number; needed: number }>
  | Readonly<{ code: 'winRateFell'; now: number; before: number }>
  | Readonly<{ code: 'dealsPushedOut'; deals: number; amount: number }>
  | Readonly<{ code: 'dealsLost'; deals: number; amount: number }>
  | Readonly<{ code: 'fewNewDeals'; deals: number; usual: number }>
  | Readonly<{ code: 'activityDown'; activities: number; usual: number }>;

type Count = Readonly<{ deals: number; amount: number }>;

/**
 * What somebody did, beside what they usually do. Rates from 0 to 1; `quota`, `won` and `open` in minor units, or in
 * hundredths of deals.
 */
export type LandingSigns = Readonly<{
  measure: LandingMeasure;
  quota: number;
  won: number;
  /** Open and expected to close in the period. */
  open: number;
  /** Of the last 90 days, and of the 275 before; each with how many deals were closed. */
  winRate: Readonly<{ now: number | null; nowClosed: number; before: number | null; beforeClosed: number }>;
  pushedOut: Count;
  lost: Count;
  /** Opened in the period so far; `usual`: the mean of the last 4 periods up to the same point. */
  newDeals: Readonly<{ deals: number; usual: number }>;
  /** In the last 30 days; `usual`: the mean of the three times 30 days before. */
  activities: Readonly<{ count: number; usual: number }>;
}>;

const MOST = 5;
/** So many closed deals say something about a win rate. */
const ENOUGH_CLOSED = 5;
/** Less than this share of what is usual is few. */
const FEW = 0.75;
/** What was pushed out or lost counts from this share of the quota on. */
const NOTABLE = 0.05;

/** Up to five reasons, the weightiest first; each weighs by the share of what is needed, or usual, that is missing. */
export const landingReasons = (signs: LandingSigns): readonly LandingReason[] => {
  const { quota, won, open, winRate, pushedOut, lost, newDeals, activities } = signs;
  const worth = ({ deals, amount }: Count): number => (signs.measure === 'deals' ? deals * DEAL : amount);
  const weighed: (readonly [weight: number, reason: LandingReason])[] = [];
  const rate = winRate.before ?? winRate.now;
  if (rate && quota > won) {
    const [coverage, needed] = [open / (quota - won), 1 / rate];
    if (coverage < needed) weighed.push([1 - coverage / needed, { code: 'coverageLow', coverage, needed }]);
  }
  const { now, before } = winRate;
  const isKnown = winRate.nowClosed >= ENOUGH_CLOSED && winRate.beforeClosed >= ENOUGH_CLOSED;
  if (isKnown && now !== null && before !== null && now < before * FEW) {
    weighed.push([1 - now / before, { code: 'winRateFell', now, before }]);
  }
  if (worth(pushedOut) >= quota * NOTABLE && pushedOut.deals > 0) {
    weighed.push([worth(pushedOut) / quota, { code: 'dealsPushedOut', ...pushedOut }]);
  }
  if (worth(lost) >= quota * NOTABLE && lost.deals > 0) {
    weighed.push([(worth(lost) / quota) * (rate ?? 1), { code: 'dealsLost', ...lost }]);
  }
  if (newDeals.deals < newDeals.usual * FEW) {
    weighed.push([1 - newDeals.deals / newDeals.usual, { code: 'fewNewDeals', ...newDeals }]);
  }
  if (activities.count < activities.usual * FEW) {
    const { count, usual } = activities;
    weighed.push([1 - count / usual, { code: 'activityDown', activities: count, usual }]);
  }
  return weighed
    .toSorted(([a], [b]) => b - a)
    .slice(0, MOST)
    .map(([, reason]) => reason);
};
