import { type Outcome, reject } from '#kernel/outcome.js';
import type { CallLogged } from './activity.events.js';
import type { Activity } from './activity.state.js';
import { aboutOf, isWithSomebody, type RecordActivityRefusal, recordActivity } from './record-activity.js';

export type LogCall = CallLogged['data'];
export type LogCallRefusal = 'CustomerOrDealMissing' | 'DurationInvalid' | RecordActivityRefusal;

export const logCall = (command: LogCall, activity: Activity | null): Outcome<CallLogged, LogCallRefusal> => {
  const { direction, durationSeconds, outcome } = command;
  if (!isWithSomebody(command)) return reject('CustomerOrDealMissing', 'A call names a customer or a deal');
  if (durationSeconds !== null && !(Number.isSafeInteger(durationSeconds) && durationSeconds >= 0)) {
    return reject('DurationInvalid', `A call lasts a whole number of seconds from 0 up, not ${durationSeconds}`);
  }
  const data = { ...aboutOf(command), direction, durationSeconds, outcome };
  return recordActivity({ type: 'CallLogged', data }, activity);
};
