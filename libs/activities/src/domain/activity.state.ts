import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { ActivityEvent, ActivityKind, ActivityRecorded } from './activity.events.js';

export type Activity = Readonly<{
  activityId: string;
  kind: ActivityKind;
  /** For a task: the rep who is to do it. */
  repId: string;
  /** The first fact: tells a repeated command from another activity with the same id. */
  recorded: ActivityRecorded;
  /** Of tasks only. */
  completedAt: Instant | null;
}>;

const KINDS: { readonly [T in ActivityRecorded['type']]: ActivityKind } = {
  CallLogged: 'call',
  EmailLogged: 'email',
  MeetingLogged: 'meeting',
  NoteTaken: 'note',
  TaskAdded: 'task',
};

export const activityDecider: Decider<Activity | null, ActivityEvent> = {
  category: 'activity',
  types: {
    CallLogged: 'call-logged.v1',
    EmailLogged: 'email-logged.v1',
    MeetingLogged: 'meeting-logged.v1',
    NoteTaken: 'note-taken.v1',
    TaskAdded: 'task-added.v1',
    TaskCompleted: 'task-completed.v1',
    TaskReassigned: 'task-reassigned.v1',
  },
  personal: {
    CallLogged: { subject: 'customerId', fields: ['subject', 'text', 'outcome'] },
    EmailLogged: { subject: 'customerId', fields: ['subject', 'text'] },
    MeetingLogged: { subject: 'customerId', fields: ['subject', 'text', 'outcome'] },
    NoteTaken: { subject: 'customerId', fields: ['subject', 'text'] },
    TaskAdded: { subject: 'customerId', fields: ['subject', 'text'] },
  },
  initial: null,
  evolve: (activity, event, at) => {
    switch (event.type) {
      case 'CallLogged':
      case 'EmailLogged':
      case 'MeetingLogged':
      case 'NoteTaken':
      case 'TaskAdded': {
        const { activityId, repId } = event.data;
        // Named one by one: what an event carries beside its fact is not state.
        const recorded = { type: event.type, data: event.data } as ActivityRecorded;
        return { activityId, kind: KINDS[event.type], repId, recorded, completedAt: null };
      }
      case 'TaskCompleted':
        return { ...existing(activity, event), completedAt: at };
      case 'TaskReassigned':
        return { ...existing(activity, event), repId: event.data.to };
    }
  },
};

const existing = (activity: Activity | null, { type }: ActivityEvent): Activity => {
  if (activity === null) throw new Error(`${type} before its TaskAdded`);
  return activity;
};
