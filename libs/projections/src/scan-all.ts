import type { Entry, Range, ReadCollection } from '#read-store/read-store.js';

const PAGE = 200;

/** All entries of a range, read page by page. */
export async function* scanAll<Doc extends object>(
  collection: ReadCollection<Doc>,
  range: Range,
): AsyncGenerator<Entry<Doc>> {
  let cursor: string | null = null;
  do {
    const page = await collection.scan(range, { limit: PAGE, ...(cursor !== null && { cursor }) });
    yield* page.entries;
    cursor = page.next;
  } while (cursor !== null);
}
