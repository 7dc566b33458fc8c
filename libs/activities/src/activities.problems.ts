import type { ProblemMap } from '#http/problem.js';
import type { ActivityRefusal } from './activities.contract.js';

export const activityProblems: ProblemMap<ActivityRefusal> = {
  ActivityAlreadyExists: { status: 409, title: 'The activity exists already' },
  RepUnknown: { status: 409, title: 'There is no such rep' },
  RepDeparted: { status: 409, title: 'The rep has left' },
  CustomerUnknown: { status: 409, title: 'There is no such customer' },
  DealUnknown: { status: 409, title: 'There is no such deal' },
  DealOfAnotherCustomer: { status: 409, title: 'The deal is not one of the customer' },
  CustomerOrDealMissing: { status: 409, title: 'This activity names a customer or a deal' },
  DurationInvalid: { status: 409, title: 'The duration is not valid' },
  MeetingEndsBeforeItStarts: { status: 409, title: 'The meeting ends before it starts' },
  ActivityNotATask: { status: 409, title: 'The activity is not a task' },
  TaskAlreadyCompleted: { status: 409, title: 'The task is completed' },
};
