import { type Outcome, reject } from '#kernel/outcome.js';
import type { MeetingLogged } from './activity.events.js';
import type { Activity } from './activity.state.js';
import { aboutOf, isWithSomebody, type RecordActivityRefusal, recordActivity } from './record-activity.js';

export type LogMeeting = MeetingLogged['data'];
export type LogMeetingRefusal = 'CustomerOrDealMissing' | 'MeetingEndsBeforeItStarts' | RecordActivityRefusal;

export const logMeeting = (
  command: LogMeeting,
  activity: Activity | null,
): Outcome<MeetingLogged, LogMeetingRefusal> => {
  const { startsAt, endsAt, outcome } = command;
  if (!isWithSomebody(command)) return reject('CustomerOrDealMissing', 'A meeting names a customer or a deal');
  if (endsAt !== null && endsAt <= startsAt) {
    return reject('MeetingEndsBeforeItStarts', `A meeting that starts at ${startsAt} cannot end at ${endsAt}`);
  }
  const data = { ...aboutOf(command), startsAt, endsAt, outcome };
  return recordActivity({ type: 'MeetingLogged', data }, activity);
};
