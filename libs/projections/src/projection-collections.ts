import type { AnyCollectionSpec } from '#read-store/read-store.js';
import { troubledKeysOf } from './parked-keys.js';
import type { AnyProjection } from './projection.js';

/** All that a projection keeps in the read store. */
export const collectionsOf = (projection: AnyProjection): readonly AnyCollectionSpec[] => {
  const { documents, rows } = projection;
  return [documents, ...(rows ? [rows] : []), troubledKeysOf(projection)];
};
