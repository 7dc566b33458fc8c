import type { Decider } from '#kernel/event.js';
import type { CustomerAdded, CustomerEvent } from './customer.events.js';

export type Customer = CustomerAdded['data'] &
  Readonly<{
    /** The customer as first added: tells a repeated creation from another customer with the same id. */
    added: CustomerAdded['data'];
    /** How many contacts there ever were, so that a number is not given twice. */
    contactsEver: number;
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
    }
  },
};
