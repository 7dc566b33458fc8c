import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import { identified, type NamedContact } from './contacts.js';
import type { CustomerAdded, Profile } from './customer.events.js';
import type { Customer } from './customer.state.js';

export type AddCustomer = Profile &
  Readonly<{ customerId: string; ownerId: string | null; contacts: readonly NamedContact[] }>;
export type AddCustomerRefusal = 'CustomerAlreadyExists' | 'ContactRepeated' | AssignableRefusal;

/** `owner` is the rep that `ownerId` names, null when it names none. */
export const addCustomer = (
  command: AddCustomer,
  customer: Customer | null,
  owner: Assignable,
): Outcome<CustomerAdded, AddCustomerRefusal> => {
  const { customerId, name, ownerId, industry, region, source } = command;
  const contacts = identified(command.contacts);
  const added = { customerId, name, ownerId, industry, region, source, contacts };
  if (customer !== null) {
    // Of an erased customer nobody knows the name any more: an import of old files remains harmless.
    const { name: known, contacts: listed } = customer.added;
    const comparable = customer.erasure === undefined ? added : { ...added, name: known, contacts: listed };
    return sameJson(customer.added, comparable)
      ? []
      : reject('CustomerAlreadyExists', `Customer ${customerId} was added with other particulars`);
  }
  if (new Set(contacts.map(({ id }) => id)).size < contacts.length) {
    return reject('ContactRepeated', 'Two contacts have the same id');
  }
  const unfit = ownerId === null ? null : unassignable(ownerId, owner);
  return unfit ?? [{ type: 'CustomerAdded', data: added }];
};
