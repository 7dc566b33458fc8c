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

type Fields = 'emails' | 'phones' | 'domains';

/** Many identities by id, found by what they have in common with another. An id may have several: names of before. */
export class KnownIdentities {
  readonly #byKey = new Map<string, Set<Readonly<{ id: string; keys: MatchKeys }>>>();

  add(id: string, keys: MatchKeys): void {
    const entry = { id, keys };
    for (const key of indexKeys(keys)) {
      const entries = this.#byKey.get(key) ?? new Set();
      entries.add(entry);
      this.#byKey.set(key, entries);
    }
  }

  /** Those that are likely the same, the strongest match of each, in the order in which they were added. */
  alike(keys: MatchKeys): ReadonlyMap<string, readonly DuplicateMatch[]> {
    const found = new Map<string, readonly DuplicateMatch[]>();
    const entries = new Set(indexKeys(keys).flatMap((key) => [...(this.#byKey.get(key) ?? [])]));
    for (const { id, keys: known } of entries) {
      found.set(id, united(found.get(id) ?? [], matchesBetween(known, keys)));
    }
    return found;
  }
}

const FIELDS = ['emails', 'phones', 'domains'] as const satisfies readonly Fields[];

const indexKeys = (keys: MatchKeys): readonly string[] => [
  ...(keys.name === null ? [] : [`name ${keys.name}`]),
  ...FIELDS.flatMap((field) => keys[field].map((key) => `${field} ${key}`)),
];

/** What either tells, each thing once. */
export const united = (a: readonly DuplicateMatch[], b: readonly DuplicateMatch[]): readonly DuplicateMatch[] => [
  ...a,
  ...b.filter(({ field, value }) => !a.some((match) => match.field === field && match.value === value)),
];
