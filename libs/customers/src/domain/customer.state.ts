import type { Decider } from '#kernel/event.js';
import { ERASED } from '#kernel/personal.js';
import type { CustomerAdded, CustomerEvent } from './customer.events.js';

export type Customer = CustomerAdded['data'] &
  Readonly<{
    /** The customer as first added: tells a repeated creation from another customer with the same id. */
    added: CustomerAdded['data'];
    /** How many contacts there ever were, so that a number is not given twice. */
    contactsEver: number;
    /** `begun`: the key is to be destroyed and the read models are to forget; `completed`: they have. Missing: neither. */
    erasure?: 'begun' | 'completed';
    /** The customer who survives where this one was merged. Missing: not merged. */
    mergedInto?: string;
  }>;

export const customerDecider: Decider<Customer | null, CustomerEvent> = {
  category: 'customer',
  types: {
    CustomerAdded: 'customer-added.v1',
    CustomerAssigned: 'customer-assigned.v1',
    CustomerReleased: 'customer-released.v1',
    CustomerClaimed: 'customer-claimed.v1',
    CustomerProfileChanged: 'customer-profile-changed.v1',
    CustomerContactAdded: 'customer-contact-added.v1',
    CustomerContactChanged: 'customer-contact-changed.v1',
    CustomerContactRemoved: 'customer-contact-removed.v1',
    CustomerMerged: 'customer-merged.v1',
    CustomerErased: 'customer-erased.v1',
    CustomerErasureCompleted: 'customer-erasure-completed.v1',
  },
  personal: {
    CustomerAdded: { subject: 'customerId', fields: ['name', 'contacts'] },
    CustomerReleased: { subject: 'customerId', fields: ['reason'] },
    CustomerProfileChanged: { subject: 'customerId', fields: ['from.name', 'to.name'] },
    CustomerContactAdded: {
      subject: 'customerId',
      fields: ['contact.name', 'contact.email', 'contact.phone', 'contact.title'],
    },
    CustomerContactChanged: {
      subject: 'customerId',
      fields: ['from.name', 'from.email', 'from.phone', 'from.title', 'to.name', 'to.email', 'to.phone', 'to.title'],
    },
    CustomerContactRemoved: {
      subject: 'customerId',
      fields: ['contact.name', 'contact.email', 'contact.phone', 'contact.title'],
    },
  },
  initial: null,
  evolve: (customer, event) => {
    if (event.type === 'CustomerAdded') {
      return { ...event.data, added: event.data, contactsEver: event.data.contacts.length };
    }
    if (customer === null) throw new Error(`${event.type} before CustomerAdded`);
    switch (event.type) {
      case 'CustomerAssigned':
        return { ...customer, ownerId: event.data.to };
      case 'CustomerReleased':
        return { ...customer, ownerId: null };
      case 'CustomerClaimed':
        return { ...customer, ownerId: event.data.ownerId };
      case 'CustomerProfileChanged':
        return { ...customer, ...event.data.to };
      case 'CustomerContactAdded':
        return {
          ...customer,
          contacts: [...customer.contacts, event.data.contact],
          contactsEver: customer.contactsEver + 1,
        };
      case 'CustomerContactChanged': {
        const { to } = event.data;
        return { ...customer, contacts: customer.contacts.map((contact) => (contact.id === to.id ? to : contact)) };
      }
      case 'CustomerContactRemoved': {
        const { id } = event.data.contact;
        return { ...customer, contacts: customer.contacts.filter((contact) => contact.id !== id) };
      }
      case 'CustomerMerged':
        return { ...customer, mergedInto: event.data.into };
      case 'CustomerErased': {
        const forgotten = { name: ERASED, contacts: [] };
        return { ...customer, ...forgotten, added: { ...customer.added, ...forgotten }, erasure: 'begun' };
      }
      case 'CustomerErasureCompleted':
        return { ...customer, erasure: 'completed' };
    }
  },
};
