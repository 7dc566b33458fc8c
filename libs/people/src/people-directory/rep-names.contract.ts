import type { Instant } from '#kernel/instant.js';
import { stateAt } from '#projections/versions.js';
import type { ReadStore } from '#read-store/read-store.js';
import { repVersions } from './people-directory.projections.js';

/**
 * What the reps among `ids` were called, by id; of who was no rep yet what they were called at first. Reads `repVersions`.
 */
export const repNamesAt = async (
  store: ReadStore,
  ids: Iterable<string>,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<ReadonlyMap<string, string>> => {
  const found = await store.collection(repVersions.documents).getMany([...new Set(ids)]);
  return new Map(
    [...found].map(([id, { doc }]) => [id, (stateAt(doc, asOf, knownAt) ?? doc.versions[0]?.state)?.name ?? id]),
  );
};
