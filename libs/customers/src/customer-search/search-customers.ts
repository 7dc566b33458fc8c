import { createHash } from 'node:crypto';
import type { ReadAt } from '#http/read-at.js';
import { Largest } from '#kernel/largest.js';
import type { ItemPage } from '#projections/fill-page.js';
import { inTurns } from '#projections/in-turns.js';
import type { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { InvalidCursor } from '#read-store/read-store.js';
import { type CustomerFilter, meets } from '../customer-versions/customer-list.js';
import { customerVersions, nameKey } from '../customer-versions/customer-versions.projection.js';
import type { Customer } from '../domain/customer.state.js';
import { type Found, type FoundIn, findIn, type SearchText, searchTextOf, soughtIn } from './search-text.js';

export type CustomerSearch = Readonly<{
  at: ReadAt;
  filter: CustomerFilter;
  q: string;
  page: Readonly<{ limit?: number; cursor?: string }>;
}>;

type Place = Readonly<{ rank: Found['rank']; key: string; id: string }>;
type Hit = Place & Readonly<{ version: Version<Customer>; contact: FoundIn | null }>;

const DEFAULT_LIMIT = 50;

/** What of each state is searched, made once, and forgotten with the state. */
const texts = new WeakMap<Customer, SearchText>();

/**
 * A page of the customers that have what is sought at the instant, the best first, then by name. Found among all of them
 * in memory, whichever the read store: no index of a store finds the middle of a word.
 * @throws InvalidCursor
 */
export const searchCustomers = async (
  readModels: ReadModels,
  { at, filter, q, page: { limit = DEFAULT_LIMIT, cursor } }: CustomerSearch,
): Promise<ItemPage<Version<Customer> & Readonly<{ id: string; foundIn: FoundIn | null }>>> => {
  const query = createHash('sha256')
    .update(JSON.stringify([q, filter]))
    .digest('base64url')
    .slice(0, 8);
  const behind = cursor === undefined ? null : placeIn(cursor, query);
  const sought = soughtIn(q);
  const isListed = meets(filter);
  const first = new Largest<Hit, Place>(limit + 1, inOrder);
  await inTurns(await readModels.versions(customerVersions), ([id, doc]) => {
    const version = versionAt(doc, at.asOf, at.knownAt);
    if (version === null) return;
    const found = findIn(textOf(version.state), sought, version.state);
    if (found === null || !isListed(version.state)) return;
    const place = { rank: found.rank, key: nameKey(version.state.name), id };
    if (behind !== null && inOrder(behind, place) >= 0) return;
    if (first.wants(place)) first.add({ ...place, version, contact: found.contact });
  });
  const hits = first.items.slice(0, limit);
  const last = hits.at(-1);
  return {
    items: hits.map(({ id, version, contact }) => ({ id, ...version, foundIn: contact })),
    next: last && first.items.length > limit ? cursorAt(last, query) : null,
  };
};

const textOf = (customer: Customer): SearchText => {
  const known = texts.get(customer);
  if (known !== undefined) return known;
  const text = searchTextOf(customer);
  texts.set(customer, text);
  return text;
};

const inOrder = (a: Place, b: Place): number => {
  if (a.rank !== b.rank) return a.rank - b.rank;
  if (a.key !== b.key) return a.key < b.key ? -1 : 1;
  return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
};

/** `query` tells the cursors of one search from those of all others. */
const cursorAt = ({ rank, key, id }: Place, query: string): string =>
  Buffer.from(JSON.stringify([query, rank, key, id])).toString('base64url');

const placeIn = (cursor: string, query: string): Place => {
  const [ofQuery, rank, key, id] = parsed(cursor);
  if (ofQuery !== query || typeof rank !== 'number' || typeof key !== 'string' || typeof id !== 'string') {
    throw new InvalidCursor('The cursor does not belong to this query');
  }
  return { rank: rank as Place['rank'], key, id };
};

const parsed = (cursor: string): readonly unknown[] => {
  try {
    const place: unknown = JSON.parse(Buffer.from(cursor, 'base64url').toString());
    return Array.isArray(place) ? place : [];
  } catch {
    return [];
  }
};
