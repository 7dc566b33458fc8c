import type { Outcome } from '#kernel/outcome.js';
import type { TeamRenamed } from './team.events.js';
import type { Team } from './team.state.js';

export type RenameTeam = Readonly<{ teamId: string; name: string }>;

export const renameTeam = ({ teamId, name }: RenameTeam, team: Team): Outcome<TeamRenamed, never> =>
  name === team.name ? [] : [{ type: 'TeamRenamed', data: { teamId, from: team.name, to: name } }];
