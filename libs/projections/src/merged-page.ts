import { InvalidCursor } from '#read-store/read-store.js';
import type { ItemPage } from './fill-page.js';

type Asked = Readonly<{ limit: number; cursor?: string }>;

/** Where each list goes on: at its cursor, from its beginning (`undefined`), or nowhere any more (null). */
type Places = readonly (string | null | undefined)[];

/**
 * A page of several lists as one, in the order in which each of them is: `before` is as for sorting. The cursor holds
 * those of the lists. With one list it is that list's own page.
 * @throws InvalidCursor
 */
export const mergedPage = async <Item>(
  lists: readonly ((asked: Asked) => Promise<ItemPage<Item>>)[],
  before: (a: Item, b: Item) => number,
  { limit, cursor }: Asked,
): Promise<ItemPage<Item>> => {
  const [only, ...others] = lists;
  if (only && others.length === 0) return only({ limit, ...(cursor !== undefined && { cursor }) });
  const places = cursor === undefined ? lists.map(() => undefined) : placesOf(cursor, lists.length);
  const read = async (index: number, size: number): Promise<ItemPage<Item>> => {
    const place = places[index];
    const list = lists[index];
    if (place === null || !list) return { items: [], next: null };
    return list({ limit: size, ...(place !== undefined && { cursor: place }) });
  };
  const pages = await Promise.all(lists.map((_, index) => read(index, limit)));
  const taken = lists.map(() => 0);
  const items: Item[] = [];
  while (items.length < limit) {
    // Behind a page that ends early its list may have what comes first.
    if (pages.some((page, index) => page.next !== null && taken[index] === page.items.length)) break;
    const heads = pages.flatMap((page, index) => {
      const item = page.items[taken[index] ?? 0];
      return item === undefined ? [] : [{ item, index }];
    });
    const first = heads.sort((a, b) => before(a.item, b.item) || a.index - b.index)[0];
    if (!first) break;
    items.push(first.item);
    taken[first.index] = (taken[first.index] ?? 0) + 1;
  }
  const next = await Promise.all(
    pages.map(async (page, index) => {
      const count = taken[index] ?? 0;
      if (count === page.items.length) return page.next;
      return count === 0 ? places[index] : (await read(index, count)).next;
    }),
  );
  return { items, next: next.every((place) => place === null) ? null : cursorOf(next) };
};

const START = 0;

const cursorOf = (places: Places): string =>
  Buffer.from(JSON.stringify(places.map((place) => (place === undefined ? START : place)))).toString('base64url');

const placesOf = (cursor: string, lists: number): Places => {
  const places = parsed(cursor);
  const isPlace = (place: unknown): boolean => place === START || place === null || typeof place === 'string';
  if (!Array.isArray(places) || places.length !== lists || !places.every(isPlace)) {
    throw new InvalidCursor('The cursor does not belong to this query');
  }
  return places.map((place) => (place === START ? undefined : place));
};

const parsed = (cursor: string): unknown => {
  try {
    return JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch {
    return null;
  }
};
