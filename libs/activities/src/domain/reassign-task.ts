import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { TaskReassigned } from './activity.events.js';
import type { Activity } from './activity.state.js';

export type ReassignTask = Readonly<{ activityId: string; repId: string }>;
export type ReassignTaskRefusal = 'ActivityNotATask' | 'TaskAlreadyCompleted' | AssignableRefusal;

/** `assignee` is the rep that `repId` names. */
export const reassignTask = (
  { activityId, repId }: ReassignTask,
  activity: Activity,
  assignee: Assignable,
): Outcome<TaskReassigned, ReassignTaskRefusal> => {
  const { kind, repId: from, completedAt } = activity;
  if (kind !== 'task') return reject('ActivityNotATask', `Activity ${activityId} is of kind ${kind}`);
  if (from === repId) return [];
  if (completedAt !== null) return reject('TaskAlreadyCompleted', `Task ${activityId} was completed at ${completedAt}`);
  return unassignable(repId, assignee) ?? [{ type: 'TaskReassigned', data: { activityId, from, to: repId } }];
};
