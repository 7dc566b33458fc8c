import { type Rejected, reject } from '#kernel/outcome.js';
import type { About } from './activity.events.js';

type References = Pick<About, 'repId' | 'customerId' | 'dealId'>;

/** What an activity's references name: null when there is no such record. */
export type Referred = Readonly<{ rep: object | null; customer: object | null; deal: object | null }>;

export type ReferenceRefusal = 'RepUnknown' | 'CustomerUnknown' | 'DealUnknown';

/** Null when whatever the activity names is on record. Reps who have left count: what they did remains theirs. */
export const unknownReference = (
  { repId, customerId, dealId }: References,
  { rep, customer, deal }: Referred,
): Rejected<ReferenceRefusal> | null => {
  if (rep === null) return reject('RepUnknown', `There is no rep ${repId}`);
  if (customerId !== null && customer === null) {
    return reject('CustomerUnknown', `There is no customer ${customerId}`);
  }
  return dealId !== null && deal === null ? reject('DealUnknown', `There is no deal ${dealId}`) : null;
};
