import type { Instant } from '#kernel/instant.js';
import { stateAt } from '#projections/versions.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Customer } from '../domain/customer.state.js';
import { customerVersions } from './customer-versions.projection.js';

/** The read models that `customersAt` reads. */
export const customerProjections = [customerVersions];

/** Those of the customers that existed at the instant, by id, as they were then. */
export const customersAt = async (
  store: ReadStore,
  ids: readonly string[],
  asOf: Instant,
  knownAt: Instant,
): Promise<ReadonlyMap<string, Customer>> => {
  const entries = await store.collection(customerVersions.documents).getMany(ids);
  const customers = new Map<string, Customer>();
  for (const [id, { doc }] of entries) {
    const customer = stateAt(doc, asOf, knownAt);
    if (customer !== null) customers.set(id, customer);
  }
  return customers;
};
