import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { recordsAt } from '#projections/states-at.js';
import type { Product } from '../domain/product.state.js';
import { productVersions } from './product-versions.projection.js';

/** The read models that `productsAt` reads. */
export const productProjections = [productVersions];

/** Tells a product as it was at the instant; null when there was none of that id. */
export const productsAt = (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<(id: string) => Product | null> => recordsAt(readModels, productVersions, asOf, knownAt);
