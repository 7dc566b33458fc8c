import type { ActivityEvent } from '#activities/activities.contract.js';
import type { Recorded } from '#kernel/event.js';
import type { CellValue } from './csv-writer.contract.js';
import { detailsOf, provenanceCells } from './exported-cells.js';

export const ACTIVITY_COLUMNS = [
  'id',
  'occurred_at',
  'kind',
  'rep_id',
  'customer_id',
  'deal_id',
  'direction',
  'duration_seconds',
  'subject',
  'text',
  'outcome',
  'starts_at',
  'ends_at',
  'due_on',
  'actor_id',
  'details',
  'revision',
] as const;
type Cells = Partial<Record<(typeof ACTIVITY_COLUMNS)[number], CellValue>>;

/** A fact of an activity as a row of activities.csv. */
export const exportedActivity = (event: Recorded<ActivityEvent>): Cells => ({
  id: event.data.activityId,
  ...cellsOf(event),
  ...provenanceCells(event),
  details: detailsOf(event),
  revision: String(event.revision),
});

const cellsOf = ({ type, data }: ActivityEvent): Cells => {
  switch (type) {
    case 'CallLogged': {
      const { direction, durationSeconds: duration_seconds, outcome } = data;
      return { kind: 'call', ...aboutCells(data), direction, duration_seconds, outcome };
    }
    case 'EmailLogged':
      return { kind: 'email', ...aboutCells(data), direction: data.direction };
    case 'MeetingLogged': {
      const { startsAt: starts_at, endsAt: ends_at, outcome } = data;
      return { kind: 'meeting', ...aboutCells(data), starts_at, ends_at, outcome };
    }
    case 'NoteTaken':
      return { kind: 'note', ...aboutCells(data) };
    case 'TaskAdded':
      return { kind: 'task', ...aboutCells(data), due_on: data.dueOn };
    case 'TaskReassigned':
      return { kind: 'task_reassigned', rep_id: data.to };
    case 'TaskCompleted':
      return { kind: 'task_completed', rep_id: data.repId };
  }
};

const aboutCells = ({
  repId: rep_id,
  customerId: customer_id,
  dealId: deal_id,
  subject,
  text,
}: Extract<ActivityEvent, { type: 'NoteTaken' }>['data']): Cells => ({ rep_id, customer_id, deal_id, subject, text });
