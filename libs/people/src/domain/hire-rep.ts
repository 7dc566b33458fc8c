import { isNoRep } from '#kernel/actor.js';
import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepHired } from './rep.events.js';
import type { Rep } from './rep.state.js';
import type { Team } from './team.state.js';

export type HireRep = RepHired['data'];
export type HireRepRefusal = 'RepAlreadyExists' | 'RepIdReserved' | 'TeamUnknown';

/** `team` is the team that `teamId` names, null when there is none. */
export const hireRep = (command: HireRep, rep: Rep | null, team: Team | null): Outcome<RepHired, HireRepRefusal> => {
  const { repId, name, email, teamId, role, region, hiredOn } = command;
  const hired = { repId, name, email, teamId, role, region, hiredOn };
  if (rep !== null) {
    const { tokens: _tokens, secrets: _secrets, departure: _departure, ...known } = rep;
    return sameJson(known, hired) ? [] : reject('RepAlreadyExists', `Rep ${repId} exists with other particulars`);
  }
  if (isNoRep(repId)) return reject('RepIdReserved', `What ${repId} does is not done by a rep: take another id`);
  if (team === null) return reject('TeamUnknown', `There is no team ${teamId} for ${name} to join`);
  return [{ type: 'RepHired', data: hired }];
};
