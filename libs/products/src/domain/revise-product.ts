import { sameJson } from '#kernel/json.js';
import type { Outcome } from '#kernel/outcome.js';
import type { ProductRevised } from './product.events.js';
import type { Product } from './product.state.js';
import { type DescriptionRefusal, descriptionOf, type ProductDraft, unsound } from './product-description.js';

export type ReviseProduct = ProductDraft;
export type ReviseProductRefusal = DescriptionRefusal;

/** The command states the whole product. */
export const reviseProduct = (
  command: ReviseProduct,
  { id, name, models }: Product,
): Outcome<ProductRevised, ReviseProductRefusal> => {
  const description = descriptionOf(command);
  if (sameJson({ productId: id, name, models }, description)) return [];
  return unsound(description) ?? [{ type: 'ProductRevised', data: description }];
};
