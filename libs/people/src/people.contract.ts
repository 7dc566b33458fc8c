import { ofExisting } from '#commands/command-runner.js';
import { decideChangeRepProfile } from './change-rep-profile/change-rep-profile.handler.js';
import { decideRecordDeparture } from './depart-rep/record-departure.js';
import type { CompleteRepHandoverRefusal } from './domain/complete-rep-handover.js';
import type { DepartRepRefusal, RecordDepartureRefusal } from './domain/depart-rep.js';
import type { FormTeamRefusal } from './domain/form-team.js';
import type { HireRepRefusal } from './domain/hire-rep.js';
import type { IssueRepTokenRefusal } from './domain/issue-rep-token.js';
import type { MoveRepRefusal } from './domain/move-rep.js';
import type { MoveTeamRefusal } from './domain/move-team.js';
import type * as repEvents from './domain/rep.events.js';
import * as repState from './domain/rep.state.js';
import type { RevokeRepTokenRefusal } from './domain/revoke-rep-token.js';
import type * as teamEvents from './domain/team.events.js';
import * as teamState from './domain/team.state.js';
import { decideFormTeam } from './form-team/form-team.handler.js';
import { decideHireRep } from './hire-rep/hire-rep.handler.js';
import { decideMoveRep } from './move-rep/move-rep.handler.js';
import { decideMoveTeam } from './move-team/move-team.handler.js';
import { decideRenameTeam } from './rename-team/rename-team.handler.js';

export type RepEvent = repEvents.RepEvent;
export type Rep = repState.Rep;
export type TeamEvent = teamEvents.TeamEvent;
export type Team = teamState.Team;

/** How other capabilities read a rep or a team back from the log, to state it as a fact to their own decisions. */
export const repDecider = repState.repDecider;
export const teamDecider = teamState.teamDecider;

export type TeamRefusal = FormTeamRefusal | MoveTeamRefusal;
export type RepRefusal =
  | HireRepRefusal
  | MoveRepRefusal
  | IssueRepTokenRefusal
  | RevokeRepTokenRefusal
  | DepartRepRefusal
  | RecordDepartureRefusal
  | CompleteRepHandoverRefusal;

/** What makes the decisions of the commands on teams and reps, for `CommandRunner.series`. */
export const teamDecisions = {
  form: decideFormTeam,
  rename: ofExisting(teamState.teamDecider, decideRenameTeam),
  move: ofExisting(teamState.teamDecider, decideMoveTeam),
};
export const repDecisions = {
  hire: decideHireRep,
  move: ofExisting(repState.repDecider, decideMoveRep),
  changeProfile: ofExisting(repState.repDecider, decideChangeRepProfile),
  recordDeparture: ofExisting(repState.repDecider, decideRecordDeparture),
};
