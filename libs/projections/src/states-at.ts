import type { Instant } from '#kernel/instant.js';
import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import { stateAt, type Versions } from './versions.js';

const PAGE = 200;

/** Every record of a small kind (processes, teams, reps) that existed at the instant, by id. */
export const statesAt = async <S>(
  store: ReadStore,
  documents: CollectionSpec<Versions<S>>,
  asOf: Instant,
  knownAt: Instant,
): Promise<ReadonlyMap<string, S>> => {
  const states = new Map<string, S>();
  const collection = store.collection(documents);
  let cursor: string | null = null;
  do {
    const page = await collection.scan({ index: 'byId' }, { limit: PAGE, ...(cursor !== null && { cursor }) });
    for (const { key, doc } of page.entries) {
      const state = stateAt(doc, asOf, knownAt);
      if (state !== null) states.set(key, state);
    }
    cursor = page.next;
  } while (cursor !== null);
  return states;
};
