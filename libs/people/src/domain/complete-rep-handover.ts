import { type Outcome, reject } from '#kernel/outcome.js';
import type { RepHandoverCompleted } from './rep.events.js';
import type { Rep } from './rep.state.js';

/** Counts of the whole handover, however many runs it took. */
export type CompleteRepHandover = RepHandoverCompleted['data'];
export type CompleteRepHandoverRefusal = 'DepartureUnknown';

/** The first receipt of a departure stands: a later one changes nothing. */
export const completeRepHandover = (
  { repId, departureId, customers, deals, tasks }: CompleteRepHandover,
  rep: Rep,
): Outcome<RepHandoverCompleted, CompleteRepHandoverRefusal> => {
  if (rep.departure?.departureId !== departureId) {
    return reject('DepartureUnknown', `${rep.name} has no departure ${departureId}`);
  }
  if (rep.departure.handover !== null) return [];
  return [{ type: 'RepHandoverCompleted', data: { repId, departureId, customers, deals, tasks } }];
};
