import type { Instant } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import { stateAt } from '#projections/versions.js';
import type { ReadStore } from '#read-store/read-store.js';
import { customerVersions } from './customer-versions.projection.js';

/** The read models that `withMerged` reads. */
export const mergedCustomerProjections = [customerVersions];

/** The customer, and after them all who had by that instant been merged into them, directly or through others. */
export const withMerged = async (
  store: ReadStore,
  customerId: string,
  { asOf, knownAt }: Readonly<{ asOf: Instant; knownAt: Instant }>,
): Promise<readonly [string, ...string[]]> => {
  const collection = store.collection(customerVersions.documents);
  const ids = new Set([customerId]);
  // A set goes on with what is added while it is gone through, and never twice.
  for (const mergedInto of ids) {
    for await (const { key, doc } of scanAll(collection, { index: 'byMergedInto', equals: { mergedInto } })) {
      if (stateAt(doc, asOf, knownAt)?.mergedInto === mergedInto) ids.add(key);
    }
  }
  ids.delete(customerId);
  return [customerId, ...ids];
};
