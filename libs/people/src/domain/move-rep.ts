import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepMoved } from './rep.events.js';
import type { Rep } from './rep.state.js';
import type { Team } from './team.state.js';

export type MoveRep = Readonly<{ repId: string; teamId: string }>;
export type MoveRepRefusal = 'RepDeparted' | 'TeamUnknown';

/** `team` is the team that `teamId` names, null when there is none. */
export const moveRep = ({ repId, teamId }: MoveRep, rep: Rep, team: Team | null): Outcome<RepMoved, MoveRepRefusal> => {
  if (teamId === rep.teamId) return [];
  if (rep.departure !== null) return reject('RepDeparted', `${rep.name} left on ${rep.departure.on}`);
  if (team === null) return reject('TeamUnknown', `There is no team ${teamId} for ${rep.name} to join`);
  return [{ type: 'RepMoved', data: { repId, from: rep.teamId, to: teamId } }];
};
