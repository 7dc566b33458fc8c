import type { Instant } from '#kernel/instant.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { TeamMoved } from './team.events.js';
import type { Team } from './team.state.js';

export type MoveTeam = Readonly<{
  teamId: string;
  /** Null: to the top. */
  parentId: string | null;
  at: Instant;
}>;
export type MoveTeamRefusal = 'ParentTeamUnknown' | 'TeamBelowItself' | 'ParentTeamChangedLater';

/** A team of those above the new place, and when its last fact was. */
export type TeamAbove = Readonly<{ teamId: string; lastAt: Instant }>;

/**
 * `above` is the new parent and all teams above it, none when there is no such team. As all of them must have stood so
 * from the time of the move on, no team is ever below itself, now or as of any instant.
 */
export const moveTeam = (
  { teamId, parentId, at }: MoveTeam,
  team: Team,
  above: readonly TeamAbove[],
): Outcome<TeamMoved, MoveTeamRefusal> => {
  if (parentId === team.parentId) return [];
  if (parentId !== null && above.length === 0) {
    return reject('ParentTeamUnknown', `There is no team ${parentId} to put ${teamId} under`);
  }
  if (above.some((each) => each.teamId === teamId)) {
    return reject('TeamBelowItself', `${parentId} is ${teamId} or below it`);
  }
  const changed = above.find(({ lastAt }) => lastAt > at);
  if (changed) {
    return reject('ParentTeamChangedLater', `${changed.teamId} changed at ${changed.lastAt}, after this move`);
  }
  return [{ type: 'TeamMoved', data: { teamId, from: team.parentId, to: parentId } }];
};
