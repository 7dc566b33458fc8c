import type { Range, ReadCollection } from '#read-store/read-store.js';

export type ItemPage<Item> = Readonly<{ items: readonly Item[]; next: string | null }>;

/** Scans at most so often for one page; a page may then be short, and `next` still leads on. */
const MAX_SCANS = 50;
const DEFAULT_LIMIT = 50;

/** A page of what `toItem` makes of the entries of a range; those for which it gives null are left out. */
export const fillPage = async <Doc extends object, Item>(
  collection: ReadCollection<Doc>,
  range: Range,
  page: Readonly<{ limit?: number; cursor?: string; descending?: boolean }>,
  toItem: (doc: Doc, key: string) => Item | null,
): Promise<ItemPage<Item>> => {
  const { limit = DEFAULT_LIMIT, descending = false } = page;
  const items: Item[] = [];
  let cursor = page.cursor;
  for (let scans = 0; scans < MAX_SCANS; scans += 1) {
    const left = limit - items.length;
    const scanned = await collection.scan(range, { limit: left, descending, ...(cursor !== undefined && { cursor }) });
    for (const { key, doc } of scanned.entries) {
      const item = toItem(doc, key);
      if (item !== null) items.push(item);
    }
    if (scanned.next === null || items.length === limit) return { items, next: scanned.next };
    cursor = scanned.next;
  }
  return { items, next: cursor ?? null };
};
