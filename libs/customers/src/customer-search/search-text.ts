import { foldedText, foldedWords } from '#kernel/folded-text.js';
import type { Customer } from '../domain/customer.state.js';

/** What of a customer is searched, folded. */
export type SearchText = Readonly<{
  /** Everything below in one text: most customers have nothing of what is sought in it, and are looked at no further. */
  all: string;
  name: string;
  contacts: readonly Readonly<{ name: string; email: string; digits: string }>[];
}>;

/** What somebody searches for, made ready. */
export type Sought = Readonly<{ phrase: string; words: readonly string[]; email: string; digits: string | null }>;

/** Where a contact has it: which field of theirs. */
export type FoundIn = Readonly<{ field: 'name' | 'email' | 'phone'; value: string }>;

/**
 * How well it was found, the best first: 0 where the name begins with it, 1 a word of the name does, 2 anywhere in the
 * name, 3 a contact has it. `contact`: which one's what, where it is no part of the customer's own name.
 */
export type Found = Readonly<{ rank: 0 | 1 | 2 | 3; contact: FoundIn | null }>;

/** Fewer digits are part of too many phone numbers. */
const LEAST_DIGITS = 3;

export const searchTextOf = (customer: Pick<Customer, 'name' | 'contacts'>): SearchText => {
  const name = foldedWords(customer.name);
  const contacts = customer.contacts.map((contact) => ({
    name: foldedWords(contact.name),
    email: foldedText(contact.email ?? ''),
    digits: (contact.phone ?? '').replace(/\D/g, ''),
  }));
  return { all: [name, ...contacts.flatMap((contact) => Object.values(contact))].join('\n'), name, contacts };
};

export const soughtIn = (q: string): Sought => {
  const phrase = foldedWords(q);
  // `030 12` is found in `+49 30 12…`.
  const digits = /^[\d\s()+./-]+$/.test(q) ? q.replace(/\D/g, '').replace(/^0+/, '') : '';
  return {
    phrase,
    words: phrase.split(' '),
    email: foldedText(q.trim()),
    digits: digits.length < LEAST_DIGITS ? null : digits,
  };
};

/** Each word of what is sought occurs in the name of the customer or of one contact, or all of it in an e-mail or a phone number. */
export const findIn = (
  { all, name, contacts }: SearchText,
  { phrase, words, email, digits }: Sought,
  { contacts: told }: Pick<Customer, 'contacts'>,
): Found | null => {
  const isAnywhere =
    words.every((word) => all.includes(word)) ||
    (email !== phrase && all.includes(email)) ||
    (digits !== null && all.includes(digits));
  if (!isAnywhere) return null;
  if (name.startsWith(phrase)) return { rank: 0, contact: null };
  if (name.includes(` ${phrase}`)) return { rank: 1, contact: null };
  if (words.every((word) => name.includes(word))) return { rank: 2, contact: null };
  for (const [index, contact] of contacts.entries()) {
    const field = words.every((word) => contact.name.includes(word))
      ? 'name'
      : contact.email.includes(email)
        ? 'email'
        : digits !== null && contact.digits.includes(digits)
          ? 'phone'
          : null;
    if (field !== null) return { rank: 3, contact: { field, value: told[index]?.[field] ?? '' } };
  }
  return null;
};
