import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { Outcome } from '#kernel/outcome.js';
import type { TaskAdded } from './activity.events.js';
import type { Activity } from './activity.state.js';
import { aboutOf, type RecordActivityRefusal, recordActivity } from './record-activity.js';

export type AddTask = TaskAdded['data'];
export type AddTaskRefusal = RecordActivityRefusal | AssignableRefusal;

/** `assignee` is the rep that `repId` names. */
export const addTask = (
  command: AddTask,
  activity: Activity | null,
  assignee: Assignable,
): Outcome<TaskAdded, AddTaskRefusal> => {
  const unfit = activity === null ? unassignable(command.repId, assignee) : null;
  const data = { ...aboutOf(command), dueOn: command.dueOn };
  return unfit ?? recordActivity({ type: 'TaskAdded', data }, activity);
};
