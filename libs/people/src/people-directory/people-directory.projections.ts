import type { Decider } from '#kernel/event.js';
import { versionsOf } from '#projections/versions.js';
import type { RepEvent } from '../domain/rep.events.js';
import { type ReadableRep, type Rep, repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';

/** As the log has a rep, without the digests by which tokens are known: a read model may be read as a whole. */
const readableRep: Decider<ReadableRep | null, RepEvent> = {
  ...repDecider,
  evolve: (before, event, at) => {
    const rep = repDecider.evolve(before && { ...before, secrets: [] }, event, at);
    if (rep === null) return null;
    const { secrets: _, ...readable } = rep;
    return readable;
  },
};

/** Who is, and was, a rep, in which team, role and region. */
export const repVersions = versionsOf(readableRep, {
  name: 'rep-versions',
  version: 2,
  columns: { teamId: 'text', presence: 'text' },
  indexes: { byTeam: ['teamId', 'id'], byPresence: ['presence', 'id'] },
  columnsOf: (rep) => ({ teamId: rep.teamId, presence: presenceOf(rep) }),
});

export type Presence = 'here' | 'handingOver' | 'departed';

/** `handingOver`: gone, and not all of what they owned has a new owner yet. */
export const presenceOf = ({ departure }: Pick<Rep, 'departure'>): Presence => {
  if (departure === null) return 'here';
  return departure.handover === null && departure.successors.length > 0 ? 'handingOver' : 'departed';
};

/** Which teams there are, and were, and below which. */
export const teamVersions = versionsOf(teamDecider, { name: 'team-versions', version: 1 });
