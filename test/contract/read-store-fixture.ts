import type { CollectionSpec, Page, Range, ReadCollection, ReadStore, Write } from '#read-store/read-store.js';

/** How a contract gets at the store under test. */
export type ReadStoreUnderTest = Readonly<{ store: ReadStore; stop: () => Promise<void> }>;
export type ReadStoreHarness = Readonly<{ start: () => Promise<ReadStoreUnderTest> }>;

/** The documents of the contract: with declared columns, of which any may be missing, and free content. */
export type Card = Readonly<{
  owner?: string | null;
  stage?: string | null;
  amount?: number | null;
  closeOn?: string | null;
  content?: unknown;
}>;

let collections = 0;

/** A collection that no other test uses. */
export const cards = (): CollectionSpec<Card> => {
  collections += 1;
  return {
    name: `cards_${process.pid}_${collections}`,
    columns: { owner: 'text', stage: 'text', amount: 'integer', closeOn: 'text' },
    indexes: { byOwner: ['owner', 'amount'], byStage: ['stage', 'owner', 'amount'], byAmount: ['amount'] },
  };
};

/** Puts `docs` by key, all as of `position`. */
export const put = (
  store: ReadStore,
  collection: CollectionSpec<Card>,
  docs: Readonly<Record<string, Card | null>>,
  position = 1n,
): Promise<void> => store.commit({ writes: writesOf(collection, docs, position), checkpoints: [] });

export const writesOf = (
  collection: CollectionSpec<Card>,
  docs: Readonly<Record<string, Card | null>>,
  position: bigint,
): readonly Write[] => Object.entries(docs).map(([key, doc]) => ({ collection, key, position, doc }));

export const keysOf = (page: Pick<Page<Card>, 'entries'>): readonly string[] => page.entries.map(({ key }) => key);

/** The keys of all pages of `limit`, in order. */
export const scanAll = async (
  collection: ReadCollection<Card>,
  range: Range,
  limit: number,
  descending = false,
): Promise<readonly string[]> => {
  const keys: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Page<Card> = await collection.scan(range, { limit, descending, ...(cursor ? { cursor } : {}) });
    keys.push(...keysOf(page));
    cursor = page.next;
  }
  return keys;
};
