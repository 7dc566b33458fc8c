import { sameJson } from '#kernel/json.js';
import type { Outcome } from '#kernel/outcome.js';
import { type NamedContact, nextContactId, withId } from './contacts.js';
import type { CustomerContactAdded, CustomerContactChanged } from './customer.events.js';
import type { Customer } from './customer.state.js';
import { type ErasedRefusal, refuseErased } from './refuse-erased.js';
import { type MergedRefusal, refuseMerged } from './refuse-merged.js';

export type PutCustomerContact = Readonly<{ customerId: string; contact: NamedContact }>;

/**
 * Adds the contact, or changes the one with its id. A contact without an id that says the same as one on file is that
 * one: nothing happens.
 */
export const putCustomerContact = (
  { customerId, contact }: PutCustomerContact,
  customer: Customer,
): Outcome<CustomerContactAdded | CustomerContactChanged, ErasedRefusal | MergedRefusal> => {
  if (customer.erasure !== undefined) return refuseErased(customer);
  const merged = refuseMerged(customer);
  if (merged) return merged;
  const { contacts, contactsEver } = customer;
  if (contact.id === undefined && contacts.some((known) => sameJson(known, withId(contact, known.id)))) return [];
  const id = contact.id ?? nextContactId(contactsEver, new Set(contacts.map((known) => known.id)));
  const to = withId(contact, id);
  const from = contacts.find((known) => known.id === id);
  if (from === undefined) return [{ type: 'CustomerContactAdded', data: { customerId, contact: to } }];
  return sameJson(from, to) ? [] : [{ type: 'CustomerContactChanged', data: { customerId, from, to } }];
};
