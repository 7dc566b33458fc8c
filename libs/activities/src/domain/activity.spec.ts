import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Attempt, obeysDeciderLaws, onExisting } from '#testing/decider-laws.js';
import { at, given } from '#testing/given.js';
import type {
  ActivityEvent,
  CallLogged,
  EmailLogged,
  MeetingLogged,
  NoteTaken,
  TaskAdded,
  TaskCompleted,
  TaskReassigned,
} from './activity.events.js';
import { type Activity, activityDecider } from './activity.state.js';
import { addTask } from './add-task.js';
import { completeTask } from './complete-task.js';
import { logCall } from './log-call.js';
import { logEmail } from './log-email.js';
import { logMeeting } from './log-meeting.js';
import { reassignTask } from './reassign-task.js';
import { takeNote } from './take-note.js';

const givenActivity = given(activityDecider);
const here = { departure: null };
const gone = { departure: { on: '2017-03-31' } };
const about = {
  activityId: 'a1',
  repId: 'ada',
  customerId: 'acme',
  dealId: null,
  subject: 'Renewal',
  text: null,
};
const aboutNobody = { ...about, customerId: null };
const call = { ...about, direction: 'outbound', durationSeconds: 120, outcome: 'Interested' } as const;
const email = { ...about, direction: 'inbound' } as const;
const meeting = {
  ...about,
  startsAt: '2017-03-01T09:00:00.000Z',
  endsAt: '2017-03-01T10:00:00.000Z',
  outcome: null,
};
const task = { ...aboutNobody, dueOn: '2017-03-08' };
const called: CallLogged = { type: 'CallLogged', data: call };
const mailed: EmailLogged = { type: 'EmailLogged', data: email };
const met: MeetingLogged = { type: 'MeetingLogged', data: meeting };
const noted: NoteTaken = { type: 'NoteTaken', data: aboutNobody };
const taskAdded: TaskAdded = { type: 'TaskAdded', data: task };
const completed: TaskCompleted = { type: 'TaskCompleted', data: { activityId: 'a1', repId: 'ada' } };
const reassigned: TaskReassigned = { type: 'TaskReassigned', data: { activityId: 'a1', from: 'ada', to: 'bob' } };

describe('an activity', () => {
  it('is recorded, of each kind', () => {
    givenActivity().when(logCall, call).then(called);
    givenActivity().when(logEmail, email).then(mailed);
    givenActivity().when(logMeeting, meeting).then(met);
    givenActivity().when(takeNote, aboutNobody).then(noted);
    givenActivity().when(addTask, task, here).then(taskAdded);
  });

  it('is recorded once, however often that is asked for', () => {
    givenActivity(called).when(logCall, call).thenNothing();
    givenActivity(mailed).when(logEmail, email).thenNothing();
    givenActivity(met).when(logMeeting, meeting).thenNothing();
    givenActivity(noted).when(takeNote, aboutNobody).thenNothing();
    givenActivity(taskAdded, reassigned, completed).when(addTask, task, gone).thenNothing();
  });

  it('is not recorded again with other particulars or as another kind', () => {
    givenActivity(called)
      .when(logCall, { ...call, durationSeconds: 60 })
      .thenRejected('ActivityAlreadyExists');
    givenActivity(noted)
      .when(takeNote, { ...aboutNobody, text: 'x' })
      .thenRejected('ActivityAlreadyExists');
    givenActivity(called).when(logEmail, email).thenRejected('ActivityAlreadyExists');
    givenActivity(noted).when(addTask, task, here).thenRejected('ActivityAlreadyExists');
  });

  it('with somebody names a customer or a deal', () => {
    const missing = { customerId: null, dealId: null };
    givenActivity()
      .when(logCall, { ...call, ...missing })
      .thenRejected('CustomerOrDealMissing');
    givenActivity()
      .when(logEmail, { ...email, ...missing })
      .thenRejected('CustomerOrDealMissing');
    givenActivity()
      .when(logMeeting, { ...meeting, ...missing })
      .thenRejected('CustomerOrDealMissing');
    const onADeal = { ...email, customerId: null, dealId: 'd1' };
    givenActivity().when(logEmail, onADeal).then({ type: 'EmailLogged', data: onADeal });
  });

  it('obeys the laws of deciders', () => {
    const start = (attempt: Attempt<Activity | null, ActivityEvent>) => attempt;
    const existing = (attempt: Attempt<Activity, ActivityEvent>) => onExisting(attempt);
    const rep = fc.constantFrom(null, here, here, gone);
    obeysDeciderLaws(
      activityDecider,
      fc.oneof(
        fc.constantFrom(120, null, -1).map((durationSeconds) => start((a) => logCall({ ...call, durationSeconds }, a))),
        fc.constant(start((activity) => logEmail(email, activity))),
        fc.constant(start((activity) => logMeeting(meeting, activity))),
        fc.constant(start((activity) => takeNote(about, activity))),
        fc
          .tuple(fc.constantFrom('ada', 'bob'), rep)
          .map(([repId, r]) => start((a) => addTask({ ...task, repId }, a, r))),
        fc.constant(existing((activity) => completeTask({ activityId: 'a1' }, activity))),
        fc
          .tuple(fc.constantFrom('ada', 'bob'), rep)
          .map(([repId, r]) => existing((activity) => reassignTask({ activityId: 'a1', repId }, activity, r))),
      ),
    );
  });
});

describe('a call', () => {
  it('lasts a whole number of seconds from 0 up, or nobody said how long', () => {
    for (const durationSeconds of [-1, 0.5, Number.NaN, Number.POSITIVE_INFINITY]) {
      givenActivity()
        .when(logCall, { ...call, durationSeconds })
        .thenRejected('DurationInvalid');
    }
    for (const durationSeconds of [0, null]) {
      const data = { ...call, durationSeconds };
      givenActivity().when(logCall, data).then({ type: 'CallLogged', data });
    }
  });
});

describe('a meeting', () => {
  it('ends after it starts, or nobody said when', () => {
    for (const endsAt of [meeting.startsAt, '2017-03-01T08:59:59.999Z']) {
      givenActivity()
        .when(logMeeting, { ...meeting, endsAt })
        .thenRejected('MeetingEndsBeforeItStarts');
    }
    const openEnded = { ...meeting, endsAt: null };
    givenActivity().when(logMeeting, openEnded).then({ type: 'MeetingLogged', data: openEnded });
  });
});

describe('a task', () => {
  const complete = { activityId: 'a1' };
  const toBob = { activityId: 'a1', repId: 'bob' };

  it('goes to a rep who exists and is still here', () => {
    givenActivity().when(addTask, task, null).thenRejected('RepUnknown');
    givenActivity().when(addTask, task, gone).thenRejected('RepDeparted');
    givenActivity(taskAdded).when(reassignTask, toBob, null).thenRejected('RepUnknown');
    givenActivity(taskAdded).when(reassignTask, toBob, gone).thenRejected('RepDeparted');
  });

  it('is completed once', () => {
    givenActivity(taskAdded).when(completeTask, complete).then(completed);
    givenActivity(taskAdded, completed).when(completeTask, complete).thenNothing();
  });

  it('is credited to the rep who has it when it is completed', () => {
    givenActivity(taskAdded, reassigned)
      .when(completeTask, complete)
      .then({ type: 'TaskCompleted', data: { activityId: 'a1', repId: 'bob' } });
  });

  it('is reassigned once', () => {
    givenActivity(taskAdded).when(reassignTask, toBob, here).then(reassigned);
    givenActivity(taskAdded, reassigned).when(reassignTask, toBob, gone).thenNothing();
  });

  it('stays with who completed it', () => {
    givenActivity(taskAdded, completed).when(reassignTask, toBob, here).thenRejected('TaskAlreadyCompleted');
  });

  it('is the only kind that can be completed or reassigned', () => {
    givenActivity(called).when(completeTask, complete).thenRejected('ActivityNotATask');
    givenActivity(called).when(reassignTask, toBob, here).thenRejected('ActivityNotATask');
  });

  it('remembers when it was completed and who has it', () => {
    givenActivity(taskAdded, reassigned, at('2017-03-02T00:00:00.000Z', completed)).thenState({
      activityId: 'a1',
      kind: 'task',
      repId: 'bob',
      recorded: taskAdded,
      completedAt: '2017-03-02T00:00:00.000Z',
    });
  });
});
