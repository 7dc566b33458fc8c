import type { Decider } from '#kernel/event.js';
import type { TeamEvent, TeamFormed } from './team.events.js';

export type Team = TeamFormed['data'];

export const teamDecider: Decider<Team | null, TeamEvent> = {
  category: 'team',
  types: { TeamFormed: 'team-formed.v1' },
  initial: null,
  evolve: (_team, event) => {
    switch (event.type) {
      case 'TeamFormed':
        return event.data;
    }
  },
};
