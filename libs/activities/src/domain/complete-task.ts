import { type Outcome, reject } from '#kernel/outcome.js';
import type { TaskCompleted } from './activity.events.js';
import type { Activity } from './activity.state.js';

export type CompleteTask = Readonly<{ activityId: string }>;
export type CompleteTaskRefusal = 'ActivityNotATask';

/** Credited to the rep who has the task now. */
export const completeTask = (
  { activityId }: CompleteTask,
  { kind, repId, completedAt }: Activity,
): Outcome<TaskCompleted, CompleteTaskRefusal> => {
  if (kind !== 'task') return reject('ActivityNotATask', `Activity ${activityId} is of kind ${kind}`);
  return completedAt === null ? [{ type: 'TaskCompleted', data: { activityId, repId } }] : [];
};
