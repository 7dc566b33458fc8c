import type { Recorded } from '#kernel/event.js';
import { millisecondsOf } from '#kernel/instant.js';
import { type Projection, recordIdOf } from '#projections/projection.js';
import type { ActivityEvent, ActivityKind, ActivityRecorded } from '../domain/activity.events.js';
import { activityDecider } from '../domain/activity.state.js';

/** When it took place and when it was recorded, in milliseconds since 1970; seconds, if known; the id of a task. */
export type CountedActivity = readonly [at: number, recordedAt: number, seconds: number | null, taskId?: string];

/** A task became another rep's, at this revision of it. */
export type TaskMove = readonly [revision: number, at: number, recordedAt: number, taskId: string, repId: string];

/** What a rep did of one kind in a month of UTC, or which tasks moved in it; in the order of the log. */
export type ActivityBlock = Readonly<
  { repId: string; kind: ActivityKind; activities: readonly CountedActivity[] } | { moves: readonly TaskMove[] }
>;

/** How much each rep did when: what `activityTotals` counts, in blocks that are small enough to be kept in memory. */
export const activityBlocks: Projection<ActivityEvent, ActivityBlock> = {
  name: 'activity-blocks',
  version: 1,
  types: (Object.keys(activityDecider.types) as ActivityEvent['type'][]).filter((type) => type !== 'TaskCompleted'),
  documents: { name: 'activity_blocks_v1', columns: {}, indexes: {}, inWritingOrder: true },
  keyOf: (event) => {
    if (event.type === 'TaskCompleted') return null;
    if (event.type === 'TaskReassigned') return `moved ${event.meta.at.slice(0, 7)}`;
    return `${KINDS[event.type]} ${placedAt(event).slice(0, 7)} ${event.data.repId}`;
  },
  evolve: (block, event) => {
    if (event.type === 'TaskCompleted') return { doc: block };
    const recordedAt = millisecondsOf(event.meta.recordedAt);
    if (event.type === 'TaskReassigned') {
      const { revision, meta, data } = event;
      const move: TaskMove = [Number(revision), millisecondsOf(meta.at), recordedAt, data.activityId, data.to];
      return { doc: { moves: [...(block && 'moves' in block ? block.moves : []), move] } };
    }
    const activities = block && 'activities' in block ? block.activities : [];
    const counted = [millisecondsOf(placedAt(event)), recordedAt, secondsOf(event)] as const;
    const one: CountedActivity =
      event.type === 'TaskAdded' ? [...counted, recordIdOf(event, activityDecider.category)] : counted;
    return { doc: { repId: event.data.repId, kind: KINDS[event.type], activities: [...activities, one] } };
  },
};

const KINDS = {
  CallLogged: 'call',
  EmailLogged: 'email',
  MeetingLogged: 'meeting',
  NoteTaken: 'note',
  TaskAdded: 'task',
} as const satisfies Record<ActivityRecorded['type'], ActivityKind>;

/** Of a meeting its start. */
const placedAt = ({ type, data, meta }: Recorded<ActivityRecorded>) =>
  type === 'MeetingLogged' ? data.startsAt : meta.at;

const secondsOf = ({ type, data }: Recorded<ActivityRecorded>): number | null => {
  if (type === 'CallLogged') return data.durationSeconds;
  if (type !== 'MeetingLogged' || data.endsAt === null) return null;
  return Math.round((millisecondsOf(data.endsAt) - millisecondsOf(data.startsAt)) / 1000) || null;
};
