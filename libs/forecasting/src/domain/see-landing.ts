import { type LandingState, landingState } from './landing.js';
import type { LandingStateChanged } from './landing-watch.events.js';
import type { LandingWatch } from './landing-watch.state.js';

/** `high`, `margin`: the upper end of the range, and by how much expectations must cross a line, in units of the quota. */
export type SeeLanding = Omit<LandingStateChanged['data'], 'from' | 'to'> & Readonly<{ high: number; margin: number }>;

/**
 * By how much what is expected must cross a line. When the period is over nothing wobbles any more, and lines are exact.
 * @param percent of the quota
 */
export const marginOf = (quota: number, percent: number, isOver: boolean): number =>
  isOver ? 0 : Math.round((quota * percent) / 100);

type Figures = Pick<SeeLanding, 'high' | 'margin' | 'quota' | 'won' | 'projected'>;

/** The state that is to be told now. */
export const stateSeen = (seen: Figures, watch: LandingWatch | null): LandingState => {
  const { quota, won, projected, high, margin } = seen;
  const lines = { quota: quota.amount, won: won.amount, projected: projected.amount, high };
  return landingState(lines, watch?.to ?? null, margin);
};

/** A change of state is a fact, whatever else has changed is not. Who is on track from the start need not be told. */
export const seeLanding = (
  { high, margin, ...seen }: SeeLanding,
  watch: LandingWatch | null,
): readonly LandingStateChanged[] => {
  const to = stateSeen({ ...seen, high, margin }, watch);
  if (watch?.to === to) return [];
  const isUnremarkable = watch === null && to === 'onTrack';
  const data = { ...seen, from: watch?.to ?? null, to, ...(isUnremarkable && { told: [] }) };
  return [{ type: 'LandingStateChanged', data }];
};
