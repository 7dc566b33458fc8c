import type { Recorded } from '#kernel/event.js';
import type { RepEvent, TeamEvent } from '#people/people.contract.js';
import type { CellValue } from './csv-writer.contract.js';
import { changeCells, detailsOf, provenanceCells } from './exported-cells.js';

export const TEAM_COLUMNS = ['id', 'name', 'parent_id', 'occurred_at', 'actor_id', 'details'] as const;

export const TEAM_EVENT_COLUMNS = [
  'team_id',
  'occurred_at',
  'event',
  'name',
  'parent_id',
  'actor_id',
  'details',
  'revision',
] as const;

export const REP_EVENT_COLUMNS = [
  'rep_id',
  'occurred_at',
  'event',
  'team_id',
  'actor_id',
  'details',
  'revision',
] as const;

type Cells<C extends readonly string[]> = Partial<Record<C[number], CellValue>>;
type TeamFormed = Extract<TeamEvent, { type: 'TeamFormed' }>;
type RepChanged = Extract<RepEvent, { type: 'RepMoved' | 'RepProfileChanged' }>;

/** A row of teams.csv. */
export const exportedTeam = (event: Recorded<TeamFormed>): Cells<typeof TEAM_COLUMNS> => {
  const { teamId: id, name, parentId: parent_id } = event.data;
  return { id, name, parent_id, ...provenanceCells(event), details: detailsOf(event) };
};

/** A row of team_events.csv. */
export const exportedTeamEvent = (
  event: Recorded<Exclude<TeamEvent, TeamFormed>>,
): Cells<typeof TEAM_EVENT_COLUMNS> => ({
  team_id: event.data.teamId,
  ...changeCells(
    event,
    event.type === 'TeamRenamed'
      ? { event: 'renamed', name: event.data.to }
      : { event: 'moved', parent_id: event.data.to },
  ),
});

/** A row of rep_events.csv. */
export const exportedRepEvent = (event: Recorded<RepChanged>): Cells<typeof REP_EVENT_COLUMNS> => ({
  rep_id: event.data.repId,
  ...changeCells<Omit<Cells<typeof REP_EVENT_COLUMNS>, 'details'>>(
    event,
    event.type === 'RepMoved'
      ? { event: 'moved', team_id: event.data.to }
      : { event: 'profile_changed', details: event.data.to },
  ),
});
