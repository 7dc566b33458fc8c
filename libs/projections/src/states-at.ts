import type { Instant } from '#kernel/instant.js';
import type { CollectionSpec, ReadStore } from '#read-store/read-store.js';
import { scanAll } from './scan-all.js';
import { stateAt, type Versions } from './versions.js';

/** Every record of a small kind (processes, teams, reps) that existed at the instant, by id. */
export const statesAt = async <S>(
  store: ReadStore,
  documents: CollectionSpec<Versions<S>>,
  asOf: Instant,
  knownAt: Instant,
): Promise<ReadonlyMap<string, S>> => {
  const states = new Map<string, S>();
  for await (const { key, doc } of scanAll(store.collection(documents), { index: 'byId' })) {
    const state = stateAt(doc, asOf, knownAt);
    if (state !== null) states.set(key, state);
  }
  return states;
};
