import type { MatchKeys } from './match-keys.js';

/** In what two identities are alike, and what it is, as it was compared. */
export type DuplicateMatch = Readonly<{ field: 'name' | 'email' | 'phone' | 'emailDomain'; value: string }>;

/**
 * In what two identities are alike: the name, addresses and phone numbers of contacts, and the domains of addresses
 * that differ otherwise. Empty: they are no likely duplicates.
 */
export const matchesBetween = (a: MatchKeys, b: MatchKeys): readonly DuplicateMatch[] => {
  const common: DuplicateMatch[] = [];
  for (const field of FIELDS) {
    const others = valuesOf(b, field);
    for (const value of valuesOf(a, field)) if (others.includes(value)) common.push({ field, value });
  }
  // Of nearly all there is nothing.
  return common.length === 0 ? common : unexplained(common);
};

/** Whether more than a domain is the same: two departments of one company have that. */
export const isStrong = (matches: readonly DuplicateMatch[]): boolean =>
  matches.some(({ field }) => field !== 'emailDomain');

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
    for (const match of matchable(keys)) {
      for (const id of this.#having(match)) {
        const matches = found.get(id);
        if (matches) matches.push(match);
        else found.set(id, [match]);
      }
    }
    return new Map([...found].map(([id, matches]) => [id, unexplained(matches)]));
  }

  #having({ field, value }: DuplicateMatch): Iterable<string> {
    const ids = this.#byKey.get(`${field} ${value}`);
    return !ids || (field !== 'name' && ids.size > MOST_ALIKE) ? [] : ids;
  }
}

const FIELDS = ['name', 'email', 'phone', 'emailDomain'] as const satisfies readonly DuplicateMatch['field'][];

/** All by which an identity may be like another. */
const matchable = (keys: MatchKeys): readonly DuplicateMatch[] =>
  FIELDS.flatMap((field) => valuesOf(keys, field).map((value) => ({ field, value })));

const valuesOf = ({ name, emails, phones, domains }: MatchKeys, field: DuplicateMatch['field']): readonly string[] => {
  switch (field) {
    case 'name':
      return name === null ? [] : [name];
    case 'email':
      return emails;
    case 'phone':
      return phones;
    case 'emailDomain':
      return domains;
  }
};

/** Without the domains of addresses that are the same: those say it already. */
const unexplained = (matches: readonly DuplicateMatch[]): readonly DuplicateMatch[] => {
  const addresses = matches.filter(({ field }) => field === 'email').map(({ value }) => value);
  const explained = new Set(addresses.map((address) => address.slice(address.indexOf('@') + 1)));
  return matches.filter(({ field, value }) => field !== 'emailDomain' || !explained.has(value));
};

/** What either tells, each thing once. */
export const united = (a: readonly DuplicateMatch[], b: readonly DuplicateMatch[]): readonly DuplicateMatch[] => [
  ...a,
  ...b.filter(({ field, value }) => !a.some((match) => match.field === field && match.value === value)),
];
