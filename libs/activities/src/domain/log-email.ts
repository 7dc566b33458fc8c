import { type Outcome, reject } from '#kernel/outcome.js';
import type { EmailLogged } from './activity.events.js';
import type { Activity } from './activity.state.js';
import { aboutOf, isWithSomebody, type RecordActivityRefusal, recordActivity } from './record-activity.js';

export type LogEmail = EmailLogged['data'];
export type LogEmailRefusal = 'CustomerOrDealMissing' | RecordActivityRefusal;

export const logEmail = (command: LogEmail, activity: Activity | null): Outcome<EmailLogged, LogEmailRefusal> => {
  if (!isWithSomebody(command)) return reject('CustomerOrDealMissing', 'An e-mail names a customer or a deal');
  const data = { ...aboutOf(command), direction: command.direction };
  return recordActivity({ type: 'EmailLogged', data }, activity);
};
