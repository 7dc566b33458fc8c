import { type Rejected, reject } from '#kernel/outcome.js';
import type { LineDraft } from './deal-worth.js';

/** What the products that lines name are, by id; null for one that does not exist. */
export type LineProducts = ReadonlyMap<string, Readonly<{ models: readonly Readonly<{ id: string }>[] }> | null>;

export type LineProductRefusal = 'ProductUnknown' | 'ModelUnknown';

/** Lines name products that exist, and models that these have. */
export const productMissing = (
  lines: readonly LineDraft[],
  products: LineProducts,
): Rejected<LineProductRefusal> | null => {
  for (const { productId, model } of lines) {
    const product = products.get(productId) ?? null;
    if (product === null) return reject('ProductUnknown', `There is no product ${productId}`);
    if (model && !product.models.some(({ id }) => id === model)) {
      return reject('ModelUnknown', `Product ${productId} has no model ${model}`);
    }
  }
  return null;
};
