import type { QuotaMeasure } from './quota-measure.js';

/** Where a rep or team stands against their quota. */
export const LANDING_STATES = ['met', 'onTrack', 'atRisk', 'willMiss'] as const;
export type LandingState = (typeof LANDING_STATES)[number];

/** Of which measures a landing can be told: activities come when somebody does them, and not by what is open. */
export type LandingMeasure = Exclude<QuotaMeasure, 'activities'>;

/** What a deal is worth where deals are counted: expectations have fractions, so they are counted in hundredths. */
export const DEAL = 100;

export type LandingInput = Readonly<{
  /** Won in the period: minor units, or hundredths of deals, like all amounts here. */
  won: number;
  /** Open deals with the probability that they are won within the period. */
  open: readonly Readonly<{ amount: number; probability: number }>[];
  /** What past periods brought from the same point on from deals that were not there yet. */
  newBusiness: readonly number[];
  quota: number | null;
  /** Share of the closed deals, or of their amount, that was won, 0 to 1; null: nothing was closed. */
  winRate: number | null;
}>;

export type Landing = Readonly<{
  projected: number;
  low: number;
  high: number;
  expectedFromOpen: number;
  expectedNewBusiness: number;
  /** √variance of what is not won yet. */
  deviation: number;
  /** What is missing of the quota; null without one. */
  gap: number | null;
  /** How much more pipeline would close the gap, at that win rate; null when it cannot be told. */
  pipelineNeeded: number | null;
  /** Null without a quota. */
  state: LandingState | null;
}>;

/** Between low and high lie four of five landings: the 10th and 90th percentile of a normal distribution. */
const EIGHTY_PERCENT = 1.2816;

/**
 * What the period will bring: won + Σ amount × probability + mean of new business. The range takes deals as independent,
 * with variance amount² × p × (1 − p) each (Bernoulli), and new business with the variance of the sample.
 */
export const landingOf = ({ won, open, newBusiness, quota, winRate }: LandingInput): Landing => {
  const expectedFromOpen = sumOf(open, ({ amount, probability }) => amount * probability);
  const mean = newBusiness.length === 0 ? 0 : sumOf(newBusiness, (amount) => amount) / newBusiness.length;
  const spread =
    newBusiness.length < 2
      ? mean ** 2
      : sumOf(newBusiness, (amount) => (amount - mean) ** 2) / (newBusiness.length - 1);
  const variance = sumOf(open, ({ amount, probability: p }) => amount ** 2 * p * (1 - p)) + spread;
  const deviation = Math.sqrt(variance);
  const either = EIGHTY_PERCENT * deviation;
  const projected = Math.round(won + expectedFromOpen + mean);
  const low = Math.max(won, Math.round(projected - either));
  const high = Math.round(projected + either);
  const gap = quota === null ? null : Math.max(0, quota - projected);
  return {
    ...{ projected, low, high, gap },
    deviation: Math.round(deviation),
    expectedFromOpen: Math.round(expectedFromOpen),
    expectedNewBusiness: Math.round(mean),
    pipelineNeeded: gap === 0 ? 0 : gap === null || !winRate ? null : Math.ceil(gap / winRate),
    state: quota === null ? null : landingState({ quota, won, projected, high }),
  };
};

/** What the state follows from. */
export type LandingLines = Readonly<{ quota: number; won: number; projected: number; high: number }>;

/**
 * The state of a landing. With hysteresis, where `told` is the last state that was told: what is expected wobbles, and
 * crosses a line only once it is beyond it by the margin. What is won does not.
 */
export const landingState = (
  { quota, won, projected, high }: LandingLines,
  told: LandingState | null = null,
  margin = 0,
): LandingState => {
  /** @param before whether it was told to reach the quota; null: nothing was told of it */
  const reaches = (figure: number, before: boolean | null): boolean =>
    figure >= (before === null ? quota : before ? quota - margin : quota + margin);
  if (won >= quota) return 'met';
  if (reaches(projected, told && (told === 'met' || told === 'onTrack'))) return 'onTrack';
  return reaches(high, told && told !== 'willMiss') ? 'atRisk' : 'willMiss';
};

const sumOf = <T>(items: readonly T[], value: (item: T) => number): number =>
  items.reduce((sum, item) => sum + value(item), 0);
