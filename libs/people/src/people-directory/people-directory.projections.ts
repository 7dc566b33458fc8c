import { versionsOf } from '#projections/versions.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';

/** Who is, and was, a rep, in which team, role and region. */
export const repVersions = versionsOf(repDecider, {
  name: 'rep-versions',
  version: 1,
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
