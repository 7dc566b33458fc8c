import type { Contact } from './customer.events.js';

/** A contact as a command names it: without an id it gets the next free number, `contact-1` for the first. */
export type NamedContact = Omit<Contact, 'id'> & Readonly<{ id?: string }>;

/** `ever` is how many contacts the customer ever had, `taken` the ids in use. */
export const nextContactId = (ever: number, taken: ReadonlySet<string>): string => {
  let number = ever + 1;
  while (taken.has(`contact-${number}`)) number += 1;
  return `contact-${number}`;
};

/** Gives each of a new customer's contacts an id: the same list always gets the same ids. */
export const identified = (named: readonly NamedContact[]): readonly Contact[] => {
  const taken = new Set(named.flatMap(({ id }) => id ?? []));
  return named.map((contact, index) => {
    const id = contact.id ?? nextContactId(index, taken);
    taken.add(id);
    return withId(contact, id);
  });
};

export const withId = ({ name, email, phone, title }: NamedContact, id: string): Contact => ({
  id,
  name,
  email,
  phone,
  title,
});
