import type { Instant } from '#kernel/instant.js';
import type { Version, Versions } from '#projections/versions.js';
import type { Customer } from '../domain/customer.state.js';

/** Who looked after a customer `from` when, up to `to`; null: still, or (`ownerId`) nobody. */
export type Ownership = Readonly<{ ownerId: string | null; from: Instant; to: Instant | null; recordedAt: Instant }>;

/** The owners that a customer had had by `asOf`, as recorded by `knownAt`; oldest first. */
export const ownersOverTime = (
  { versions }: Versions<Customer>,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): readonly Ownership[] => {
  const known = versions.filter(({ validFrom, recordedAt }) => validFrom <= asOf && recordedAt <= knownAt);
  const changes = known.filter((version, index) => index === 0 || ownerOf(known[index - 1]) !== ownerOf(version));
  return changes.map((version, index) => ({
    ownerId: version.state.ownerId,
    from: version.validFrom,
    to: changes[index + 1]?.validFrom ?? null,
    recordedAt: version.recordedAt,
  }));
};

const ownerOf = (version: Version<Customer> | undefined): string | null => version?.state.ownerId ?? null;
