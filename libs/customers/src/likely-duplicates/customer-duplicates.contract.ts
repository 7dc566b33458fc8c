import type { Instant } from '#kernel/instant.js';
import { Largest } from '#kernel/largest.js';
import { inTurns } from '#projections/in-turns.js';
import type { ReadModels } from '#projections/read-models.js';
import { stateAt, type Versions } from '#projections/versions.js';
import { customerVersions } from '../customer-versions/customer-versions.projection.js';
import type { Customer } from '../domain/customer.state.js';
import * as likely from '../domain/likely-duplicates.js';
import * as keys from '../domain/match-keys.js';

export type Identity = keys.Identity;
export type DuplicateMatch = likely.DuplicateMatch;

/** How identities that are no customers yet are compared with each other. */
export const KnownIdentities = likely.KnownIdentities;
export const isStrong = likely.isStrong;
export const matchKeysOf = keys.matchKeysOf;
export type KnownIdentities = likely.KnownIdentities;

/** A customer who is likely the same, and in what. `weak`: only the domain of e-mail addresses is. */
export type LikelyDuplicate = Readonly<{
  id: string;
  name: string;
  ownerId: string | null;
  region: string | null;
  matches: readonly DuplicateMatch[];
  weak: boolean;
}>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;
type Records = ReadonlyMap<string, Versions<Customer>>;

/** The read models that `likelyDuplicates` and `knownCustomers` read. */
export const duplicateProjections = [customerVersions];

/** So many are told, the likeliest. */
const TOLD = 10;

/** What each state is compared by, made once, and forgotten with the state. */
const known = new WeakMap<Customer, keys.MatchKeys>();

/**
 * The customers who at the instant were likely the same as somebody, the likeliest first. Who was merged into another
 * stands for the one who survives. `except`: the id of the customer who is asked about.
 */
export const likelyDuplicates = async (
  readModels: ReadModels,
  identity: Identity,
  at: At,
  except?: string,
): Promise<readonly LikelyDuplicate[]> => {
  const sought = keys.matchKeysOf(identity);
  const found = new Map<string, readonly DuplicateMatch[]>();
  const records = await readModels.versions(customerVersions);
  await eachPresent(records, at, (id, customer) => {
    const matches = likely.matchesBetween(keysOf(customer), sought);
    if (matches.length > 0 && id !== except) found.set(id, likely.united(found.get(id) ?? [], matches));
  });
  return likeliest(records, found, at);
};

/** The customers of an instant, for many questions. */
export type KnownCustomers = Readonly<{
  /** Whether somebody has that id. */
  has: (id: string) => boolean;
  /** As `likelyDuplicates`. */
  alike: (identity: Identity) => readonly LikelyDuplicate[];
}>;

export const knownCustomers = async (readModels: ReadModels, at: At): Promise<KnownCustomers> => {
  const identities = new likely.KnownIdentities();
  const records = await readModels.versions(customerVersions);
  await eachPresent(records, at, (id, customer) => identities.add(id, keysOf(customer)));
  return {
    has: (id) => records.has(id),
    alike: (identity) => likeliest(records, identities.alike(keys.matchKeysOf(identity)), at),
  };
};

const likeliest = (
  records: Records,
  found: ReadonlyMap<string, readonly DuplicateMatch[]>,
  { asOf, knownAt }: At,
): readonly LikelyDuplicate[] => {
  const first = new Largest<LikelyDuplicate>(TOLD, byLikelihood);
  for (const [id, matches] of found) {
    const customer = stateAt(records.get(id), asOf, knownAt);
    if (customer === null) continue;
    const { name, ownerId, region } = customer;
    first.add({ id, name, ownerId, region, matches, weak: !likely.isStrong(matches) });
  }
  return first.items;
};

/** Each customer who is not erased, under the id of the one who survives. */
const eachPresent = (
  records: Records,
  { asOf, knownAt }: At,
  visit: (id: string, customer: Customer) => void,
): Promise<void> =>
  inTurns(records, ([id, doc]) => {
    const customer = stateAt(doc, asOf, knownAt);
    if (customer === null || customer.erasure !== undefined) return;
    visit(customer.mergedInto === undefined ? id : survivorAt(records, id, { asOf, knownAt }), customer);
  });

const survivorAt = (records: Records, customerId: string, { asOf, knownAt }: At): string => {
  const passed = new Set<string>();
  for (let id = customerId; ; ) {
    passed.add(id);
    const next = stateAt(records.get(id), asOf, knownAt)?.mergedInto;
    // A circle ends where it would begin anew, as in `survivorOf`.
    if (next === undefined || passed.has(next)) return id;
    id = next;
  }
};

const keysOf = (customer: Customer): keys.MatchKeys => {
  const made = known.get(customer);
  if (made !== undefined) return made;
  const keysMade = keys.matchKeysOf(customer);
  known.set(customer, keysMade);
  return keysMade;
};

const byLikelihood = (a: LikelyDuplicate, b: LikelyDuplicate): number =>
  Number(a.weak) - Number(b.weak) || b.matches.length - a.matches.length || (a.id < b.id ? -1 : 1);
