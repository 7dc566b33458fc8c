import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { recordsAt } from '#projections/states-at.js';
import type { Customer } from '../domain/customer.state.js';
import { customerVersions } from './customer-versions.projection.js';

/** The read models that `customersAt` reads. */
export const customerProjections = [customerVersions];

/** Tells a customer as they were at the instant; null when there was none of that id. */
export const customersAt = (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<(id: string) => Customer | null> => recordsAt(readModels, customerVersions, asOf, knownAt);
