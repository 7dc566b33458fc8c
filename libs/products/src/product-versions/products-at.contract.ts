import type { Instant } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import { stateAt } from '#projections/versions.js';
import type { Product } from '../domain/product.state.js';
import { productVersions } from './product-versions.projection.js';

/** The read models that `productsAt` reads. */
export const productProjections = [productVersions];

/** Tells a product as it was at the instant; null when there was none of that id. */
export const productsAt = async (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<(id: string) => Product | null> => {
  const records = await readModels.versions(productVersions);
  return (id) => stateAt(records.get(id), asOf, knownAt);
};
