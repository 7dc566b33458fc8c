import type { Decider } from '#kernel/event.js';
import type { LeaderboardNameChosen, LeaderboardNameEvent } from './leaderboard-name.events.js';

export type LeaderboardName = LeaderboardNameChosen['data'];

export const leaderboardNameDecider: Decider<LeaderboardName | null, LeaderboardNameEvent> = {
  category: 'leaderboard-name',
  types: { LeaderboardNameChosen: 'leaderboard-name-chosen.v1' },
  initial: null,
  evolve: (_before, event) => {
    switch (event.type) {
      case 'LeaderboardNameChosen':
        return event.data;
    }
  },
};
