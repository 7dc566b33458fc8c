import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { Outcome } from '#kernel/outcome.js';
import type { CustomerAssigned } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type AssignCustomer = Readonly<{ customerId: string; ownerId: string }>;
export type AssignCustomerRefusal = AssignableRefusal | MergedRefusal;

/** `owner` is the rep that `ownerId` names. */
export const assignCustomer = (
  { customerId, ownerId }: AssignCustomer,
  customer: Customer,
  owner: Assignable,
): Outcome<CustomerAssigned, AssignCustomerRefusal> => {
  if (customer.ownerId === ownerId) return [];
  return (
    refuseMerged(customer) ??
    unassignable(ownerId, owner) ?? [
      { type: 'CustomerAssigned', data: { customerId, from: customer.ownerId, to: ownerId } },
    ]
  );
};
