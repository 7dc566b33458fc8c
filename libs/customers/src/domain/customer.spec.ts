import fc from 'fast-check';
import { describe, it } from 'vitest';
import { type Attempt, obeysDeciderLaws, onExisting } from '#testing/decider-laws.js';
import { given } from '#testing/given.js';
import { type AddCustomer, addCustomer } from './add-customer.js';
import { assignCustomer } from './assign-customer.js';
import { changeCustomerProfile } from './change-customer-profile.js';
import { claimCustomer } from './claim-customer.js';
import { completeCustomerErasure } from './complete-customer-erasure.js';
import type {
  CustomerAdded,
  CustomerAssigned,
  CustomerClaimed,
  CustomerErased,
  CustomerErasureCompleted,
  CustomerEvent,
  CustomerMerged,
  CustomerProfileChanged,
  CustomerReleased,
} from './customer.events.js';
import { type Customer, customerDecider } from './customer.state.js';
import { eraseCustomer } from './erase-customer.js';
import { mergeCustomer } from './merge-customer.js';
import { putCustomerContact } from './put-customer-contact.js';
import { releaseCustomer } from './release-customer.js';
import { removeCustomerContact } from './remove-customer-contact.js';

const givenCustomer = given(customerDecider);
const here = { departure: null };
const gone = { departure: { on: '2017-03-31' } };
const acme: AddCustomer = {
  customerId: 'acme',
  name: 'Acme',
  ownerId: 'ada',
  industry: 'retail',
  region: null,
  source: null,
  contacts: [],
};
const inPool = { ...acme, ownerId: null };
const added: CustomerAdded = { type: 'CustomerAdded', data: { ...acme, contacts: [] } };
const addedToPool: CustomerAdded = { type: 'CustomerAdded', data: { ...inPool, contacts: [] } };
const toBob = { customerId: 'acme', ownerId: 'bob' };
const assigned: CustomerAssigned = { type: 'CustomerAssigned', data: { customerId: 'acme', from: 'ada', to: 'bob' } };
const released: CustomerReleased = {
  type: 'CustomerReleased',
  data: { customerId: 'acme', from: 'ada', reason: null },
};
const claimed: CustomerClaimed = { type: 'CustomerClaimed', data: toBob };
const renamed: CustomerProfileChanged = {
  type: 'CustomerProfileChanged',
  data: { customerId: 'acme', from: { name: 'Acme', region: null }, to: { name: 'Acme Inc.', region: 'EMEA' } },
};

describe('merging a customer', () => {
  const merge = { customerId: 'acme', into: 'acme-2' };
  const merged: CustomerMerged = { type: 'CustomerMerged', data: merge };
  const survivor: Customer = { ...inPool, contacts: [], customerId: 'acme-2', added: added.data, contactsEver: 0 };

  it('is for good, and may be repeated', () => {
    givenCustomer(added).when(mergeCustomer, merge, survivor, 'acme-2').then(merged);
    givenCustomer(added, merged).when(mergeCustomer, merge, survivor, 'acme-2').thenNothing();
    givenCustomer(added, merged)
      .when(mergeCustomer, { ...merge, into: 'other' }, survivor, 'other')
      .thenRejected('CustomerIsMerged');
  });

  it('is into another customer, who is there and not erased', () => {
    const customer = givenCustomer(added);
    customer.when(mergeCustomer, merge, survivor, 'acme').thenRejected('MergedIntoItself');
    customer.when(mergeCustomer, merge, null, 'acme-2').thenRejected('SurvivorUnknown');
    customer.when(mergeCustomer, merge, { ...survivor, erasure: 'begun' }, 'acme-2').thenRejected('CustomerIsErased');
    givenCustomer(added, { type: 'CustomerErased', data: { customerId: 'acme', reason: null } })
      .when(mergeCustomer, merge, survivor, 'acme-2')
      .thenRejected('CustomerIsErased');
  });

  it('ends what is recorded of the one who was merged', () => {
    const customer = givenCustomer(added, merged);
    const contact = { name: 'Jo', email: null, phone: null, title: null };
    customer.when(assignCustomer, toBob, here).thenRejected('CustomerIsMerged');
    customer.when(releaseCustomer, { customerId: 'acme', reason: null }).thenRejected('CustomerIsMerged');
    customer
      .when(changeCustomerProfile, { customerId: 'acme', profile: { name: 'X' } })
      .thenRejected('CustomerIsMerged');
    customer.when(putCustomerContact, { customerId: 'acme', contact }).thenRejected('CustomerIsMerged');
    givenCustomer(addedToPool, merged).when(claimCustomer, toBob, here).thenRejected('CustomerIsMerged');
    givenCustomer({ ...added, data: { ...added.data, contacts: [{ ...contact, id: 'jo' }] } }, merged)
      .when(removeCustomerContact, { customerId: 'acme', contactId: 'jo' })
      .thenRejected('CustomerIsMerged');
  });
});

describe('adding a customer', () => {
  it('gives them to an owner', () => {
    givenCustomer().when(addCustomer, acme, here).then(added);
  });

  it('puts them into the shared pool when no owner is named', () => {
    givenCustomer().when(addCustomer, inPool, null).then(addedToPool);
  });

  it('refuses an owner who does not exist or has left', () => {
    givenCustomer().when(addCustomer, acme, null).thenRejected('RepUnknown');
    givenCustomer().when(addCustomer, acme, gone).thenRejected('RepDeparted');
  });

  it('changes nothing the second time, whatever happened since', () => {
    givenCustomer(added).when(addCustomer, acme, here).thenNothing();
    givenCustomer(added, assigned, renamed).when(addCustomer, acme, gone).thenNothing();
  });

  it('refuses other particulars under the same id', () => {
    givenCustomer(added)
      .when(addCustomer, { ...acme, region: 'EMEA' }, here)
      .thenRejected('CustomerAlreadyExists');
  });

  it('numbers the contacts that have no id, the same way each time', () => {
    const contact = (id: string) => ({ id, name: 'Zoe', email: null, phone: null, title: null });
    const { id: _, ...zoe } = contact('');
    const withContacts = { ...acme, contacts: [contact('contact-2'), zoe, zoe] };
    const addedWithContacts: CustomerAdded = {
      type: 'CustomerAdded',
      data: { ...acme, contacts: [contact('contact-2'), contact('contact-3'), contact('contact-4')] },
    };
    givenCustomer().when(addCustomer, withContacts, here).then(addedWithContacts);
    givenCustomer(addedWithContacts).when(addCustomer, withContacts, here).thenNothing();
  });

  it('refuses two contacts with one id', () => {
    const zoe = { id: 'zoe', name: 'Zoe', email: null, phone: null, title: null };
    givenCustomer()
      .when(addCustomer, { ...acme, contacts: [zoe, { ...zoe, name: 'Zoë' }] }, here)
      .thenRejected('ContactRepeated');
  });
});

describe('the owner of a customer', () => {
  it('is who they are assigned to', () => {
    givenCustomer(added).when(assignCustomer, toBob, here).then(assigned);
  });

  it('can be assigned from the shared pool', () => {
    givenCustomer(addedToPool)
      .when(assignCustomer, toBob, here)
      .then({ type: 'CustomerAssigned', data: { customerId: 'acme', from: null, to: 'bob' } });
  });

  it('stays the same when assigned again', () => {
    givenCustomer(added, assigned).when(assignCustomer, toBob, here).thenNothing();
  });

  it('is a rep who exists and is still here', () => {
    givenCustomer(added).when(assignCustomer, toBob, null).thenRejected('RepUnknown');
    givenCustomer(added).when(assignCustomer, toBob, gone).thenRejected('RepDeparted');
  });

  it('is nobody after a release', () => {
    givenCustomer(added).when(releaseCustomer, { customerId: 'acme', reason: null }).then(released);
    givenCustomer(added, released).when(releaseCustomer, { customerId: 'acme', reason: null }).thenNothing();
  });

  it('is the rep who claims them from the shared pool', () => {
    givenCustomer(added, released).when(claimCustomer, toBob, here).then(claimed);
    givenCustomer(added, released, claimed).when(claimCustomer, toBob, here).thenNothing();
  });

  it('keeps them against a claim', () => {
    givenCustomer(added).when(claimCustomer, toBob, here).thenRejected('CustomerAlreadyOwned');
  });

  it('cannot claim once departed', () => {
    givenCustomer(addedToPool).when(claimCustomer, toBob, gone).thenRejected('RepDeparted');
  });
});

describe('the profile of a customer', () => {
  const change = { customerId: 'acme', profile: { name: 'Acme Inc.', industry: 'retail', region: 'EMEA' } };

  it('records the fields that changed and no others', () => {
    givenCustomer(added).when(changeCustomerProfile, change).then(renamed);
  });

  it('stays as it is when nothing differs', () => {
    givenCustomer(added, renamed).when(changeCustomerProfile, change).thenNothing();
    givenCustomer(added).when(changeCustomerProfile, { customerId: 'acme', profile: {} }).thenNothing();
  });

  it('loses a field that is set to null', () => {
    givenCustomer(added)
      .when(changeCustomerProfile, { customerId: 'acme', profile: { industry: null } })
      .then({
        type: 'CustomerProfileChanged',
        data: { customerId: 'acme', from: { industry: 'retail' }, to: { industry: null } },
      });
  });

  it('shows each change in the state', () => {
    givenCustomer(added, renamed, assigned).thenState({
      ...added.data,
      name: 'Acme Inc.',
      region: 'EMEA',
      ownerId: 'bob',
      added: added.data,
      contactsEver: 0,
    });
  });
});

describe('an erased customer', () => {
  const erase = { customerId: 'acme', reason: 'asked for it' };
  const erased: CustomerErased = { type: 'CustomerErased', data: erase };
  const completed: CustomerErasureCompleted = { type: 'CustomerErasureCompleted', data: { customerId: 'acme' } };
  const zoe = { name: 'Zoe', email: null, phone: null, title: null };

  it('is erased once and for good', () => {
    givenCustomer(added).when(eraseCustomer, erase).then(erased);
    givenCustomer(added, erased)
      .when(eraseCustomer, { ...erase, reason: null })
      .thenNothing();
    givenCustomer(added, erased).when(completeCustomerErasure, { customerId: 'acme' }).then(completed);
    givenCustomer(added, erased, completed).when(completeCustomerErasure, { customerId: 'acme' }).thenNothing();
    givenCustomer(added).when(completeCustomerErasure, { customerId: 'acme' }).thenRejected('CustomerNotErased');
  });

  it('has no name and no contacts, but the owner and the industry that they had', () => {
    const forgotten = { ...added.data, name: 'erased', contacts: [] };
    givenCustomer(
      { ...added, data: { ...added.data, contacts: [{ id: 'zoe', ...zoe }] } },
      erased,
      completed,
    ).thenState({
      ...forgotten,
      added: forgotten,
      contactsEver: 1,
      erasure: 'completed',
    });
  });

  it('takes no other name and no contact', () => {
    const change = { customerId: 'acme', profile: { name: 'Acme Inc.' } };
    givenCustomer(added, erased).when(changeCustomerProfile, change).thenRejected('CustomerIsErased');
    givenCustomer(added, erased)
      .when(putCustomerContact, { customerId: 'acme', contact: zoe })
      .thenRejected('CustomerIsErased');
  });

  it('is still the one that an old file adds, whatever their name was', () => {
    givenCustomer(added, erased).when(addCustomer, acme, here).thenNothing();
    givenCustomer(added, erased)
      .when(addCustomer, { ...acme, industry: 'steel' }, here)
      .thenRejected('CustomerAlreadyExists');
  });
});

describe('a customer', () => {
  it('obeys the laws of deciders', () => {
    const contact = fc.record(
      {
        id: fc.constantFrom('contact-1', 'contact-2', 'zoe'),
        name: fc.constantFrom('Zoe', 'Yan'),
        email: fc.constantFrom(null, 'zoe@acme.example'),
        phone: fc.constant(null),
        title: fc.constant(null),
      },
      { requiredKeys: ['name', 'email', 'phone', 'title'] },
    );
    const profile = fc.record(
      { name: fc.constantFrom('Acme', 'Acme Inc.'), region: fc.constantFrom(null, 'EMEA') },
      { requiredKeys: [] },
    );
    const change = fc.constantFrom('ada', 'bob').map((ownerId) => ({ customerId: 'acme', ownerId }));
    const candidate = fc.constantFrom(null, here, here, gone);
    const ofAcme = { customerId: 'acme' };
    const existing = (attempt: Attempt<Customer, CustomerEvent>) => onExisting(attempt);
    const survivor: Customer = { ...inPool, contacts: [], customerId: 'acme-2', added: added.data, contactsEver: 0 };
    const merge = existing((customer) => mergeCustomer({ ...ofAcme, into: 'acme-2' }, customer, survivor, 'acme-2'));
    obeysDeciderLaws(
      customerDecider,
      fc.oneof(
        { weight: 1, arbitrary: fc.constant(merge) },
        ...[
          fc.array(contact, { maxLength: 3 }).map(
            (contacts): Attempt<Customer | null, CustomerEvent> =>
              (customer) =>
                addCustomer({ ...acme, contacts }, customer, here),
          ),
          fc.tuple(change, candidate).map(([c, rep]) => existing((customer) => assignCustomer(c, customer, rep))),
          // Only right behind a release can a claim be accepted: tried often, so that some are.
          ...[1, 2, 3].map(() =>
            fc.tuple(change, candidate).map(([c, rep]) => existing((customer) => claimCustomer(c, customer, rep))),
          ),
          fc.constant(existing((customer) => releaseCustomer({ ...ofAcme, reason: null }, customer))),
          profile.map((p) => existing((customer) => changeCustomerProfile({ ...ofAcme, profile: p }, customer))),
          contact.map((c) => existing((customer) => putCustomerContact({ ...ofAcme, contact: c }, customer))),
          fc.constant(existing((customer) => eraseCustomer({ ...ofAcme, reason: null }, customer))),
          fc.constant(existing((customer) => completeCustomerErasure(ofAcme, customer))),
          fc
            .constantFrom('contact-1', 'zoe')
            .map((contactId) => existing((customer) => removeCustomerContact({ ...ofAcme, contactId }, customer))),
        ].map((arbitrary) => ({ weight: 6, arbitrary })),
      ),
    );
  });
});
