import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepHandoverCompleted } from './rep.events.js';
import type { Rep } from './rep.state.js';

/** Counts of the whole handover, however many runs it took. */
export type CompleteRepHandover = RepHandoverCompleted['data'];
export type CompleteRepHandoverRefusal = 'DepartureUnknown';

/**
 * The same receipt again changes nothing. A later one counts more: a record has reached the leaver after the first, and
 * was handed over too. What counts less is what a slower run has seen.
 */
export const completeRepHandover = (
  { repId, departureId, customers, deals, tasks }: CompleteRepHandover,
  rep: Rep,
): Outcome<RepHandoverCompleted, CompleteRepHandoverRefusal> => {
  if (rep.departure?.departureId !== departureId) {
    return reject('DepartureUnknown', `${rep.name} has no departure ${departureId}`);
  }
  const { handover } = rep.departure;
  const countsMore =
    handover === null || customers + deals + tasks > handover.customers + handover.deals + handover.tasks;
  return countsMore ? [{ type: 'RepHandoverCompleted', data: { repId, departureId, customers, deals, tasks } }] : [];
};
