import { describe, it } from 'vitest';
import { given } from '#testing/given.js';
import type {
  Contact,
  CustomerAdded,
  CustomerContactAdded,
  CustomerContactChanged,
  CustomerContactRemoved,
} from './customer.events.js';
import { customerDecider } from './customer.state.js';
import { putCustomerContact } from './put-customer-contact.js';
import { removeCustomerContact } from './remove-customer-contact.js';

const added: CustomerAdded = {
  type: 'CustomerAdded',
  data: {
    customerId: 'acme',
    name: 'Acme',
    ownerId: null,
    industry: null,
    region: null,
    source: null,
    contacts: [],
  },
};
const givenCustomer = given(customerDecider);
const named = { name: 'Zoe', email: 'zoe@acme.example', phone: null, title: 'Buyer' };
const zoe: Contact = { id: 'contact-1', ...named };
const promoted: Contact = { ...zoe, title: 'Head of purchasing' };
const contactAdded = (contact: Contact): CustomerContactAdded => ({
  type: 'CustomerContactAdded',
  data: { customerId: 'acme', contact },
});
const changed: CustomerContactChanged = {
  type: 'CustomerContactChanged',
  data: { customerId: 'acme', from: zoe, to: promoted },
};
const removed: CustomerContactRemoved = {
  type: 'CustomerContactRemoved',
  data: { customerId: 'acme', contact: zoe },
};
const put = (contact: Omit<Contact, 'id'> & { id?: string }) => ({ customerId: 'acme', contact });

describe('a contact', () => {
  it('is added under the id that it is given', () => {
    givenCustomer(added)
      .when(putCustomerContact, put({ ...zoe, id: 'zoe' }))
      .then(contactAdded({ ...zoe, id: 'zoe' }));
  });

  it('is numbered when it has no id', () => {
    givenCustomer(added).when(putCustomerContact, put(named)).then(contactAdded(zoe));
  });

  it('gets a number that no other contact has or had', () => {
    const second = { ...named, name: 'Yan' };
    givenCustomer(added, contactAdded(zoe), removed)
      .when(putCustomerContact, put(second))
      .then(contactAdded({ ...second, id: 'contact-2' }));
    givenCustomer(added, contactAdded({ ...zoe, id: 'contact-2' }))
      .when(putCustomerContact, put(second))
      .then(contactAdded({ ...second, id: 'contact-3' }));
  });

  it('is added once, with its id or without', () => {
    givenCustomer(added, contactAdded(zoe)).when(putCustomerContact, put(zoe)).thenNothing();
    givenCustomer(added, contactAdded(zoe)).when(putCustomerContact, put(named)).thenNothing();
  });

  it('is changed under its id, and what it was is kept', () => {
    givenCustomer(added, contactAdded(zoe)).when(putCustomerContact, put(promoted)).then(changed);
    givenCustomer(added, contactAdded(zoe), changed).when(putCustomerContact, put(promoted)).thenNothing();
  });

  it('is removed once', () => {
    const remove = { customerId: 'acme', contactId: 'contact-1' };
    givenCustomer(added, contactAdded(zoe)).when(removeCustomerContact, remove).then(removed);
    givenCustomer(added, contactAdded(zoe), removed).when(removeCustomerContact, remove).thenNothing();
  });
});
