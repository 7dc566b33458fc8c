import { type Rejected, reject } from './outcome.js';

/**
 * What a rule about whose a record is needs to know of a rep: whether, and since which day, they have left. Null: there
 * is no such rep.
 */
export type Assignable = Readonly<{ departure: Readonly<{ on: string }> | null }> | null;

export type AssignableRefusal = 'RepUnknown' | 'RepDeparted';

/** Customers, deals and tasks go to reps who are still here. Null when `rep`, whom `repId` names, is one. */
export const unassignable = (repId: string, rep: Assignable): Rejected<AssignableRefusal> | null => {
  if (rep === null) return reject('RepUnknown', `There is no rep ${repId}`);
  return rep.departure && reject('RepDeparted', `Rep ${repId} left on ${rep.departure.on}`);
};
