import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from './read-models.js';
import { stateAt, type VersionsProjection } from './versions.js';

/** Every record of a kind (processes, teams, reps) that existed at the instant, by id. */
export const statesAt = async <S>(
  readModels: ReadModels,
  projection: VersionsProjection<S>,
  asOf: Instant,
  knownAt: Instant,
): Promise<ReadonlyMap<string, S>> => {
  const states = new Map<string, S>();
  for (const [id, doc] of await readModels.versions(projection)) {
    const state = stateAt(doc, asOf, knownAt);
    if (state !== null) states.set(id, state);
  }
  return states;
};

/** Tells a record of a kind as it was at the instant; null when there was none of that id. Of many records few are looked at. */
export const recordsAt = async <S>(
  readModels: ReadModels,
  projection: VersionsProjection<S>,
  asOf: Instant,
  knownAt: Instant,
): Promise<(id: string) => S | null> => {
  const records = await readModels.versions(projection);
  return (id) => stateAt(records.get(id), asOf, knownAt);
};
