import type { Recorded } from '#kernel/event.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { type Projection, recordIdOf } from '#projections/projection.js';
import type { ActivityEvent, ActivityKind, ActivityRecorded, Direction } from '../domain/activity.events.js';
import { activityDecider } from '../domain/activity.state.js';

/** Who had a task from when on, and whether it was still to be done. */
export type TaskTurn = Readonly<{ validFrom: Instant; recordedAt: Instant; repId: string; state: 'open' | 'done' }>;

/**
 * What was done, with whom, when. `at` is when it took place: of a meeting its start, of a task when it was added.
 * Columns of a task that changes (`repId`, `state`, `completedAt`) say how it is now, `turns` how it was before.
 */
export type ActivityEntry = Readonly<{
  id: string;
  kind: ActivityKind;
  repId: string;
  customerId: string | null;
  dealId: string | null;
  at: Instant;
  recordedAt: Instant;
  subject: string | null;
  text: string | null;
  direction: Direction | null;
  outcome: string | null;
  /** Of a call, or of a meeting whose end is known. */
  durationSeconds: number | null;
  endsAt: Instant | null;
  dueOn: CalendarDate | null;
  /** Of tasks only. */
  state: 'open' | 'done' | null;
  completedAt: Instant | null;
  turns: readonly TaskTurn[];
}>;

export const activityLog: Projection<ActivityEvent, ActivityEntry> = {
  name: 'activity-log',
  version: 1,
  holdsPersonalData: true,
  types: Object.keys(activityDecider.types) as ActivityEvent['type'][],
  documents: {
    name: 'activity_log_v1',
    columns: {
      id: 'text',
      kind: 'text',
      repId: 'text',
      customerId: 'text',
      dealId: 'text',
      at: 'text',
      recordedAt: 'text',
      durationSeconds: 'integer',
      state: 'text',
      dueOn: 'text',
    },
    indexes: {
      byAt: ['at'],
      byRep: ['repId', 'at'],
      byCustomer: ['customerId', 'at'],
      byDeal: ['dealId', 'at'],
      tasksByRep: ['repId', 'state', 'dueOn'],
    },
  },
  keyOf: (event) => recordIdOf(event, activityDecider.category),
  evolve: (entry, event) => ({ doc: folded(entry, event) }),
};

const folded = (entry: ActivityEntry | null, event: Recorded<ActivityEvent>): ActivityEntry | null => {
  const { at, recordedAt } = event.meta;
  const turn = (repId: string, state: TaskTurn['state']) => ({ validFrom: at, recordedAt, repId, state });
  switch (event.type) {
    case 'TaskCompleted': {
      if (entry === null) return null;
      return { ...entry, state: 'done', completedAt: at, turns: [...entry.turns, turn(entry.repId, 'done')] };
    }
    case 'TaskReassigned': {
      if (entry === null) return null;
      const { to: repId } = event.data;
      return { ...entry, repId, turns: [...entry.turns, turn(repId, 'open')] };
    }
    case 'TaskAdded': {
      const { repId, dueOn } = event.data;
      return { ...begun(event, 'task'), dueOn, state: 'open', turns: [turn(repId, 'open')] };
    }
    case 'CallLogged': {
      const { direction, outcome, durationSeconds } = event.data;
      return { ...begun(event, 'call'), direction, outcome, durationSeconds };
    }
    case 'EmailLogged':
      return { ...begun(event, 'email'), direction: event.data.direction };
    case 'MeetingLogged': {
      const { startsAt, endsAt, outcome } = event.data;
      const durationSeconds = endsAt && Math.round((Date.parse(endsAt) - Date.parse(startsAt)) / 1000);
      return { ...begun(event, 'meeting'), at: startsAt, endsAt, outcome, durationSeconds: durationSeconds || null };
    }
    case 'NoteTaken':
      return begun(event, 'note');
  }
};

const begun = ({ data, meta }: Recorded<ActivityRecorded>, kind: ActivityKind): ActivityEntry => ({
  id: data.activityId,
  kind,
  repId: data.repId,
  customerId: data.customerId,
  dealId: data.dealId,
  at: meta.at,
  recordedAt: meta.recordedAt,
  subject: data.subject,
  text: data.text,
  direction: null,
  outcome: null,
  durationSeconds: null,
  endsAt: null,
  dueOn: null,
  state: null,
  completedAt: null,
  turns: [],
});
