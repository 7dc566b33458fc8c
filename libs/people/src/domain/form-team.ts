import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { TeamFormed } from './team.events.js';
import type { Team } from './team.state.js';

export type FormTeam = TeamFormed['data'];
export type FormTeamRefusal = 'TeamAlreadyExists' | 'ParentTeamUnknown';

/**
 * `parent` is the team that `parentId` names, null when there is none. A parent exists before its children, so teams
 * form no cycle; see `moveTeam`.
 */
export const formTeam = (
  command: FormTeam,
  team: Team | null,
  parent: Team | null,
): Outcome<TeamFormed, FormTeamRefusal> => {
  const { teamId, name, parentId } = command;
  if (team !== null) {
    return sameJson(team, { teamId, name, parentId })
      ? []
      : reject('TeamAlreadyExists', `Team ${teamId} exists with another name or parent`);
  }
  if (parentId !== null && parent === null) {
    return reject('ParentTeamUnknown', `There is no team ${parentId} to put ${teamId} under`);
  }
  return [{ type: 'TeamFormed', data: { teamId, name, parentId } }];
};
