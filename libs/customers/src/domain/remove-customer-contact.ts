import type { Outcome } from '#kernel/outcome.js';
import type { CustomerContactRemoved } from './customer.events.js';
import type { Customer } from './customer.state.js';

export type RemoveCustomerContact = Readonly<{ customerId: string; contactId: string }>;

/** A contact that is not there is removed already. */
export const removeCustomerContact = (
  { customerId, contactId }: RemoveCustomerContact,
  { contacts }: Customer,
): Outcome<CustomerContactRemoved> =>
  contacts
    .filter(({ id }) => id === contactId)
    .map((contact) => ({ type: 'CustomerContactRemoved', data: { customerId, contact } }));
