import { type Outcome, reject } from '#kernel/outcome.js';
import type { CustomerMerged } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type ErasedRefusal, refuseErased } from './refuse-erased.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type MergeCustomer = CustomerMerged['data'];
export type MergeCustomerRefusal = 'MergedIntoItself' | 'SurvivorUnknown' | MergedRefusal | ErasedRefusal;

/**
 * `survivor` is the customer that `into` names, null when it names none; `last` is the one that it was itself merged
 * into, directly or through others, or it itself. For good: a merge is not undone.
 */
export const mergeCustomer = (
  { customerId, into }: MergeCustomer,
  customer: Customer,
  survivor: Customer | null,
  last: string,
): Outcome<CustomerMerged, MergeCustomerRefusal> => {
  if (customer.mergedInto === into) return [];
  const merged = refuseMerged(customer);
  if (merged) return merged;
  if (survivor === null) return reject('SurvivorUnknown', `There is no customer ${into}`);
  if (last === customerId) return reject('MergedIntoItself', `Customers ${customerId} and ${into} are one already`);
  for (const one of [customer, survivor]) if (one.erasure !== undefined) return refuseErased(one);
  return [{ type: 'CustomerMerged', data: { customerId, into } }];
};
