import type { MatchKeys } from './match-keys.js';

/** In what two identities are alike, and what it is, as it was compared. */
export type DuplicateMatch = Readonly<{ field: 'name' | 'email' | 'phone' | 'emailDomain'; value: string }>;

/**
 * In what two identities are alike: the name, addresses and phone numbers of contacts, and the domains of addresses
 * that differ otherwise. Empty: they are no likely duplicates.
 */
export const matchesBetween = (a: MatchKeys, b: MatchKeys): readonly DuplicateMatch[] => {
  const emails = common(a.emails, b.emails);
  const explained = new Set(emails.map((email) => email.slice(email.indexOf('@') + 1)));
  return [
    ...(a.name !== null && a.name === b.name ? [{ field: 'name' as const, value: a.name }] : []),
    ...emails.map((value) => ({ field: 'email' as const, value })),
    ...common(a.phones, b.phones).map((value) => ({ field: 'phone' as const, value })),
    ...common(a.domains, b.domains)
      .filter((domain) => !explained.has(domain))
      .map((value) => ({ field: 'emailDomain' as const, value })),
  ];
};

/** Whether more than a domain is the same: two departments of one company have that. */
export const isStrong = (matches: readonly DuplicateMatch[]): boolean =>
  matches.some(({ field }) => field !== 'emailDomain');

const common = (a: readonly string[], b: readonly string[]): readonly string[] => a.filter((key) => b.includes(key));

/**
 * An address, number or domain that more identities have tells nothing of any: it is a central phone, or the domain of a
 * group. Of those of one name as many are found.
 */
const MOST_ALIKE = 50;

/** Many identities by id, found by what they have in common with another. An id may have several: names of before. */
export class KnownIdentities {
  /** The first of each key, one more than are compared. */
  readonly #byKey = new Map<string, Set<string>>();

  add(id: string, keys: MatchKeys): void {
    for (const { field, value } of matchable(keys)) {
      const key = `${field} ${value}`;
      const ids = this.#byKey.get(key) ?? new Set();
      if (ids.size <= MOST_ALIKE) ids.add(id);
      this.#byKey.set(key, ids);
    }
  }

  /** Those that are likely the same, and in what. The work is by what is found, however many are known. */
  alike(keys: MatchKeys): ReadonlyMap<string, readonly DuplicateMatch[]> {
    const found = new Map<string, DuplicateMatch[]>();
    const explained = new Set<string>();
    for (const match of matchable(keys)) {
      const { field, value } = match;
      for (const id of this.#having(match)) {
        if (field === 'emailDomain' && explained.has(`${id} ${value}`)) continue;
        if (field === 'email') explained.add(`${id} ${value.slice(value.indexOf('@') + 1)}`);
        const matches = found.get(id);
        if (matches) matches.push(match);
        else found.set(id, [match]);
      }
    }
    return found;
  }

  #having({ field, value }: DuplicateMatch): Iterable<string> {
    const ids = this.#byKey.get(`${field} ${value}`);
    return !ids || (field !== 'name' && ids.size > MOST_ALIKE) ? [] : ids;
  }
}

/** All by which an identity may be like another, addresses before their domains. */
const matchable = ({ name, emails, phones, domains }: MatchKeys): readonly DuplicateMatch[] => [
  ...(name === null ? [] : [{ field: 'name' as const, value: name }]),
  ...emails.map((value) => ({ field: 'email' as const, value })),
  ...phones.map((value) => ({ field: 'phone' as const, value })),
  ...domains.map((value) => ({ field: 'emailDomain' as const, value })),
];

/** What either tells, each thing once. */
export const united = (a: readonly DuplicateMatch[], b: readonly DuplicateMatch[]): readonly DuplicateMatch[] => [
  ...a,
  ...b.filter(({ field, value }) => !a.some((match) => match.field === field && match.value === value)),
];
