import { stateNow } from '#projections/versions.js';
import type { ReadStore } from '#read-store/read-store.js';
import { repVersions } from './people-directory.projections.js';

/** What the reps among `ids` are called, by id; reads `repVersions`. */
export const repNames = async (store: ReadStore, ids: Iterable<string>): Promise<ReadonlyMap<string, string>> => {
  const found = await store.collection(repVersions.documents).getMany([...new Set(ids)]);
  return new Map([...found].map(([id, { doc }]) => [id, stateNow(doc)?.name ?? id]));
};
