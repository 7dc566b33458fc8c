import { type Activity, type ActivityEvent, activityDecisions } from '#activities/activities.contract.js';
import type { Decision } from '#commands/command-runner.js';
import type { Instant } from '#kernel/instant.js';
import type { Mapped, Mapping } from '../loading/mapping.js';
import { Cells } from '../rows/cells.js';
import type { Row } from '../rows/row.js';
import { readDetails } from './details.js';
import { provenanceOf, said } from './said.js';

/** The first five record an activity, the last two are what becomes of a task. */
const KINDS = ['call', 'email', 'meeting', 'note', 'task', 'task_reassigned', 'task_completed'] as const;
const DIRECTIONS = ['inbound', 'outbound'] as const;

/** A row of activities.csv. */
export const activityCommands = (row: Row, mapping: Mapping): Mapped<Activity, ActivityEvent> => {
  const cells = new Cells(row);
  const id = cells.requiredId('id');
  cells.required('occurred_at');
  const at = cells.instant('occurred_at');
  const provenance = provenanceOf(cells, readDetails(cells));
  const decide = decisionOf(cells, at, mapping);
  if (at === null || decide === null || cells.problems.length > 0) return cells;
  return { id, commands: [{ rows: [row], says: said(row), at, ...provenance, decide }] };
};

const decisionOf = (
  cells: Cells,
  at: Instant | null,
  { runner, actor }: Mapping,
): Decision<Activity | null, ActivityEvent, string> | null => {
  cells.required('kind');
  const kind = cells.oneOf('kind', KINDS);
  if (kind === 'task_completed') return activityDecisions.completeTask(runner, actor);
  const about = {
    repId: cells.requiredId('rep_id'),
    customerId: cells.id('customer_id'),
    dealId: cells.id('deal_id'),
    subject: cells.text('subject'),
    text: cells.text('text'),
  };
  const outcome = cells.text('outcome');
  switch (kind) {
    case 'call': {
      const durationSeconds = cells.whole('duration_seconds');
      const direction = cells.oneOf('direction', DIRECTIONS);
      return activityDecisions.logCall(runner, { ...about, direction, durationSeconds, outcome }, actor);
    }
    case 'email':
      return activityDecisions.logEmail(runner, { ...about, direction: cells.oneOf('direction', DIRECTIONS) }, actor);
    case 'meeting': {
      const startsAt = cells.instant('starts_at') ?? at ?? '';
      const endsAt = cells.instant('ends_at') ?? endOf(startsAt, cells.whole('duration_seconds'));
      return activityDecisions.logMeeting(runner, { ...about, startsAt, endsAt, outcome }, actor);
    }
    case 'note':
      return activityDecisions.takeNote(runner, about, actor);
    case 'task':
      return activityDecisions.addTask(runner, { ...about, dueOn: cells.date('due_on') }, actor);
    case 'task_reassigned':
      return activityDecisions.reassignTask(runner, { repId: about.repId }, actor);
    case null:
      return null;
  }
};

const endOf = (startsAt: Instant, seconds: number | null): Instant | null =>
  seconds === null || seconds === 0 || startsAt === ''
    ? null
    : new Date(Date.parse(startsAt) + seconds * 1000).toISOString();
