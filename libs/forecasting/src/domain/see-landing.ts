import type { LandingStateChanged } from './landing-watch.events.js';
import type { LandingWatch } from './landing-watch.state.js';

export type SeeLanding = Omit<LandingStateChanged['data'], 'from'>;

/** A change of state is a fact, whatever else has changed is not. Who is on track from the start need not be told. */
export const seeLanding = (seen: SeeLanding, watch: LandingWatch | null): readonly LandingStateChanged[] => {
  if (watch?.to === seen.to) return [];
  const isUnremarkable = watch === null && seen.to === 'onTrack';
  const data = { ...seen, from: watch?.to ?? null, ...(isUnremarkable && { told: [] }) };
  return [{ type: 'LandingStateChanged', data }];
};
