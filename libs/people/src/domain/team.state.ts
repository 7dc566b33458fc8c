import type { Decider } from '#kernel/event.js';
import type { TeamEvent, TeamFormed } from './team.events.js';

export type Team = TeamFormed['data'];

export const teamDecider: Decider<Team | null, TeamEvent> = {
  category: 'team',
  types: { TeamFormed: 'team-formed.v1', TeamRenamed: 'team-renamed.v1', TeamMoved: 'team-moved.v1' },
  // Two moves at once could put two teams below each other.
  oneAtATime: true,
  initial: null,
  evolve: (team, event) => {
    if (event.type === 'TeamFormed') return event.data;
    if (team === null) throw new Error(`${event.type} before TeamFormed`);
    switch (event.type) {
      case 'TeamRenamed':
        return { ...team, name: event.data.to };
      case 'TeamMoved':
        return { ...team, parentId: event.data.to };
    }
  },
};
