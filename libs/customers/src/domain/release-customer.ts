import type { Outcome } from '#kernel/outcome.js';
import type { CustomerReleased } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type ReleaseCustomer = Readonly<{ customerId: string; reason: string | null }>;

/** A customer in the shared pool is there already: releasing them changes nothing. */
export const releaseCustomer = (
  { customerId, reason }: ReleaseCustomer,
  customer: Customer,
): Outcome<CustomerReleased, MergedRefusal> => {
  const { ownerId } = customer;
  if (ownerId === null) return [];
  return refuseMerged(customer) ?? [{ type: 'CustomerReleased', data: { customerId, from: ownerId, reason } }];
};
