import { type Instant, instantOf } from '#kernel/instant.js';
import type { ReadQuery } from './fields.js';

/** The instant on both time axes that a read asks about, and the position it must contain. */
export type ReadAt = Readonly<{ asOf: Instant; knownAt: Instant; after?: string }>;

/** Both axes default to now. */
export const readAtOf = ({ asOf, knownAt, after }: ReadQuery): ReadAt => {
  const now = instantOf(Date.now());
  return { asOf: asOf ?? now, knownAt: knownAt ?? now, ...(after !== undefined && { after }) };
};
