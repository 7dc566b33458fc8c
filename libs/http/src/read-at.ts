import { type Instant, instantOf } from '#kernel/instant.js';
import type { ReadQuery } from './fields.js';

/**
 * The instant on both time axes that a read asks about, and the position it must contain. `latest`: neither axis was
 * named, so what is stored last is the answer.
 */
export type ReadAt = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean; after?: string }>;

/** Both axes default to now. */
export const readAtOf = ({ asOf, knownAt, after }: ReadQuery): ReadAt => {
  const now = instantOf(Date.now());
  const latest = asOf === undefined && knownAt === undefined;
  return { asOf: asOf ?? now, knownAt: knownAt ?? now, latest, ...(after !== undefined && { after }) };
};
