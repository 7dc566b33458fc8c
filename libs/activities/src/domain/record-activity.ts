import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { About, ActivityRecorded } from './activity.events.js';
import type { Activity } from './activity.state.js';

export type RecordActivityRefusal = 'ActivityAlreadyExists';

/** Records the first fact of an activity: the same one again changes nothing. */
export const recordActivity = <E extends ActivityRecorded>(
  recorded: E,
  activity: Activity | null,
): Outcome<E, RecordActivityRefusal> => {
  if (activity === null) return [recorded];
  if (sameJson(activity.recorded, recorded)) return [];
  return reject('ActivityAlreadyExists', `Activity ${activity.activityId} was recorded with other particulars`);
};

/** The fields that every activity has, and no others that the command may carry. */
export const aboutOf = ({ activityId, repId, customerId, dealId, subject, text }: About): About => ({
  activityId,
  repId,
  customerId,
  dealId,
  subject,
  text,
});

/** Calls, e-mails and meetings are held with somebody; notes and tasks may be about anything. */
export const isWithSomebody = ({ customerId, dealId }: About): boolean => customerId !== null || dealId !== null;
