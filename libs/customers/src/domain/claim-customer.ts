import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { CustomerClaimed } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type ClaimCustomer = CustomerClaimed['data'];
export type ClaimCustomerRefusal = 'CustomerAlreadyOwned' | AssignableRefusal | MergedRefusal;

/** Of two reps who claim one customer the first has them. `owner` is the rep that `ownerId` names. */
export const claimCustomer = (
  { customerId, ownerId }: ClaimCustomer,
  customer: Customer,
  owner: Assignable,
): Outcome<CustomerClaimed, ClaimCustomerRefusal> => {
  if (customer.ownerId === ownerId) return [];
  if (customer.ownerId !== null) return reject('CustomerAlreadyOwned', `${customer.ownerId} owns ${customer.name}`);
  return (
    refuseMerged(customer) ??
    unassignable(ownerId, owner) ?? [{ type: 'CustomerClaimed', data: { customerId, ownerId } }]
  );
};
