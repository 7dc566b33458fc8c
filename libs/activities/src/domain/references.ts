import { type Rejected, reject } from '#kernel/outcome.js';
import type { About } from './activity.events.js';

type References = Pick<About, 'repId' | 'customerId' | 'dealId'>;

/** What an activity's references name: null when there is no such record. */
export type Referred = Readonly<{
  rep: object | null;
  customer: object | null;
  /** `isOfCustomer`: whether its customer is the one that the activity names, or has become the same one by mergers. */
  deal: Readonly<{ isOfCustomer: boolean }> | null;
}>;

export type ReferenceRefusal = 'RepUnknown' | 'CustomerUnknown' | 'DealUnknown' | 'DealOfAnotherCustomer';

/**
 * Null when whatever the activity names is on record, and its deal is that of its customer: what is said of somebody is
 * found, and erased, with them alone. Reps who have left count: what they did remains theirs.
 */
export const refuseReferences = (
  { repId, customerId, dealId }: References,
  { rep, customer, deal }: Referred,
): Rejected<ReferenceRefusal> | null => {
  if (rep === null) return reject('RepUnknown', `There is no rep ${repId}`);
  if (customerId !== null && customer === null) {
    return reject('CustomerUnknown', `There is no customer ${customerId}`);
  }
  if (dealId === null) return null;
  if (deal === null) return reject('DealUnknown', `There is no deal ${dealId}`);
  return customerId === null || deal.isOfCustomer
    ? null
    : reject('DealOfAnotherCustomer', `Deal ${dealId} is not one of customer ${customerId}`);
};
