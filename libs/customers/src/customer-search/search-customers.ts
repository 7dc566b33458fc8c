import { createHash } from 'node:crypto';
import type { ReadAt } from '#http/read-at.js';
import type { ItemPage } from '#projections/fill-page.js';
import { inTurns } from '#projections/in-turns.js';
import type { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { CursorPage, type PageAsked, type PageOrder } from '#read-store/cursor-page.js';
import { cursorValues } from '#read-store/page-cursor.js';
import { type CustomerFilter, meets } from '../customer-versions/customer-list.js';
import { customerVersions, nameKey } from '../customer-versions/customer-versions.projection.js';
import type { Customer } from '../domain/customer.state.js';
import { type Found, type FoundIn, findIn, type SearchText, searchTextOf, soughtIn } from './search-text.js';

export type CustomerSearch = Readonly<{
  at: ReadAt;
  filter: CustomerFilter;
  q: string;
  page: PageAsked;
}>;

type Place = Readonly<{ rank: Found['rank']; key: string; id: string }>;
type Hit = Place & Readonly<{ version: Version<Customer>; contact: FoundIn | null }>;

/** What of each state is searched, made once, and forgotten with the state. */
const texts = new WeakMap<Customer, SearchText>();

/**
 * A page of the customers that have what is sought at the instant, the best first, then by name. Found among all of them
 * in memory, whichever the read store: no index of a store finds the middle of a word.
 * @throws InvalidCursor
 */
export const searchCustomers = async (
  readModels: ReadModels,
  { at, filter, q, page }: CustomerSearch,
): Promise<ItemPage<Version<Customer> & Readonly<{ id: string; foundIn: FoundIn | null }>>> => {
  const query = createHash('sha256')
    .update(JSON.stringify([q, filter]))
    .digest('base64url')
    .slice(0, 8);
  const sought = soughtIn(q);
  const isListed = meets(filter);
  const hits = new CursorPage<Hit, Place>(orderOf(query), page);
  await inTurns(await readModels.versions(customerVersions), ([id, doc]) => {
    const version = versionAt(doc, at.asOf, at.knownAt);
    if (version === null) return;
    const found = findIn(textOf(version.state), sought, version.state);
    if (found === null || !isListed(version.state)) return;
    const place = { rank: found.rank, key: nameKey(version.state.name), id };
    if (hits.wants(place)) hits.add({ ...place, version, contact: found.contact });
  });
  return {
    items: hits.items.map(({ id, version, contact }) => ({ id, ...version, foundIn: contact })),
    next: hits.next,
  };
};

const textOf = (customer: Customer): SearchText => {
  const known = texts.get(customer);
  if (known !== undefined) return known;
  const text = searchTextOf(customer);
  texts.set(customer, text);
  return text;
};

/** The best first, then by name; `query` tells the cursors of one search from those of all others. */
const orderOf = (query: string): PageOrder<Place> => ({
  compare: (a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.key !== b.key) return a.key < b.key ? -1 : 1;
    return a.id === b.id ? 0 : a.id < b.id ? -1 : 1;
  },
  cursorOf: ({ rank, key, id }) => Buffer.from(JSON.stringify([query, rank, key, id])).toString('base64url'),
  placeOf: (cursor) => {
    const [ofQuery, rank, key, id] = cursorValues(cursor);
    const isPlace = typeof rank === 'number' && typeof key === 'string' && typeof id === 'string';
    return ofQuery === query && isPlace ? { rank: rank as Place['rank'], key, id } : null;
  },
});
