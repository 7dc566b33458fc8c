import { ofExisting } from '#commands/command-runner.js';
import { decideAddTask } from './add-task/add-task.handler.js';
import { decideCompleteTask } from './complete-task/complete-task.handler.js';
import type * as events from './domain/activity.events.js';
import * as state from './domain/activity.state.js';
import type { AddTaskRefusal } from './domain/add-task.js';
import type { CompleteTaskRefusal } from './domain/complete-task.js';
import type { LogCallRefusal } from './domain/log-call.js';
import type { LogEmailRefusal } from './domain/log-email.js';
import type { LogMeetingRefusal } from './domain/log-meeting.js';
import type { ReassignTaskRefusal } from './domain/reassign-task.js';
import type { ReferenceRefusal } from './domain/references.js';
import type { TakeNoteRefusal } from './domain/take-note.js';
import { decideLogCall } from './log-call/log-call.handler.js';
import { decideLogEmail } from './log-email/log-email.handler.js';
import { decideLogMeeting } from './log-meeting/log-meeting.handler.js';
import { decideReassignTask } from './reassign-task/reassign-task.handler.js';
import { decideTakeNote } from './take-note/take-note.handler.js';

export type ActivityEvent = events.ActivityEvent;
export type Activity = state.Activity;

/** How other capabilities read the facts about activities. */
export const activityDecider = state.activityDecider;

export type ActivityRefusal =
  | ReferenceRefusal
  | LogCallRefusal
  | LogEmailRefusal
  | LogMeetingRefusal
  | TakeNoteRefusal
  | AddTaskRefusal
  | CompleteTaskRefusal
  | ReassignTaskRefusal;

/** What makes the decisions of the commands on activities, for `CommandRunner.series`. */
export const activityDecisions = {
  logCall: decideLogCall,
  logEmail: decideLogEmail,
  logMeeting: decideLogMeeting,
  takeNote: decideTakeNote,
  addTask: decideAddTask,
  completeTask: ofExisting(activityDecider, decideCompleteTask),
  reassignTask: ofExisting(activityDecider, decideReassignTask),
};
