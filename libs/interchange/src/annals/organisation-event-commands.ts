import type { Decision } from '#commands/command-runner.js';
import { ROLES } from '#kernel/actor.js';
import {
  type Rep,
  type RepEvent,
  repDecisions,
  type Team,
  type TeamEvent,
  teamDecisions,
} from '#people/people.contract.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import type { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { changeRow } from './change-row.js';
import { type Details, textIn } from './details.js';

const TEAM_EVENTS = ['renamed', 'moved'] as const;
const REP_EVENTS = ['moved', 'profile_changed'] as const;

/** A row of team_events.csv: what became of a team since it was formed. */
export const teamEventCommands = (row: Row, { runner, actor }: Mapping): Mapped<Team, TeamEvent> =>
  changeRow<Team, TeamEvent>(row, 'team_id', (cells) => {
    cells.required('event');
    switch (cells.oneOf('event', TEAM_EVENTS)) {
      case 'renamed':
        return teamDecisions.rename(runner, { name: cells.required('name') }, actor);
      case 'moved':
        return teamDecisions.move(runner, { parentId: cells.id('parent_id') }, actor);
      case null:
        return null;
    }
  });

/** A row of rep_events.csv: what became of a rep since they were hired. They depart by reps.csv. */
export const repEventCommands = (row: Row, mapping: Mapping): Mapped<Rep, RepEvent> =>
  changeRow<Rep, RepEvent>(row, 'rep_id', (cells, details) => repChangeOf(cells, details, mapping));

const repChangeOf = (
  cells: Cells,
  details: Details,
  { runner, actor }: Mapping,
): Decision<Rep | null, RepEvent, string> | null => {
  cells.required('event');
  switch (cells.oneOf('event', REP_EVENTS)) {
    case 'moved':
      return repDecisions.move(runner, { teamId: cells.requiredId('team_id') }, actor);
    case 'profile_changed':
      return repDecisions.changeProfile({ profile: profileIn(details, cells) }, actor);
    case null:
      return null;
  }
};

const profileIn = (details: Details, cells: Cells) => {
  const [name, email, region] = (['name', 'email', 'region'] as const).map((field) => textIn(details, field, cells));
  const named = textIn(details, 'role', cells);
  const role = ROLES.find((each) => each === named);
  if (typeof named === 'string' && role === undefined) {
    cells.wrong('details', 'DetailNoneOf', { key: 'role', choices: ROLES.join(', ') });
  }
  return {
    ...(typeof name === 'string' && { name }),
    ...(typeof email === 'string' && { email }),
    ...(role !== undefined && { role }),
    ...(region !== undefined && { region }),
  };
};
