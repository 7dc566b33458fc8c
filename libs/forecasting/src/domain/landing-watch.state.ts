import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { LandingStateChanged, LandingWatchEvent } from './landing-watch.events.js';

/** The last change, when it was seen, and how many there were with it. */
export type LandingWatch = LandingStateChanged['data'] & Readonly<{ since: Instant; changes: number }>;

export const landingWatchDecider: Decider<LandingWatch | null, LandingWatchEvent> = {
  category: 'landing',
  types: { LandingStateChanged: 'landing-state-changed.v1' },
  initial: null,
  evolve: (watch, event, at) => {
    switch (event.type) {
      case 'LandingStateChanged':
        return { ...event.data, since: at, changes: (watch?.changes ?? 0) + 1 };
    }
  },
};
