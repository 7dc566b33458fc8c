import type { Outcome } from '#kernel/outcome.js';
import type { CustomerContactRemoved } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type RemoveCustomerContact = Readonly<{ customerId: string; contactId: string }>;

/** A contact that is not there is removed already. */
export const removeCustomerContact = (
  { customerId, contactId }: RemoveCustomerContact,
  customer: Customer,
): Outcome<CustomerContactRemoved, MergedRefusal> => {
  const contact = customer.contacts.find(({ id }) => id === contactId);
  if (!contact) return [];
  return refuseMerged(customer) ?? [{ type: 'CustomerContactRemoved', data: { customerId, contact } }];
};
