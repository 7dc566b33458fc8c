import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { ProductAdded } from './product.events.js';
import type { Product } from './product.state.js';
import { type DescriptionRefusal, descriptionOf, type ProductDraft, unsound } from './product-description.js';

export type AddProduct = ProductDraft;
export type AddProductRefusal = 'ProductAlreadyExists' | DescriptionRefusal;

export const addProduct = (command: AddProduct, product: Product | null): Outcome<ProductAdded, AddProductRefusal> => {
  const description = descriptionOf(command);
  if (product !== null) {
    return sameJson(product.added, description)
      ? []
      : reject('ProductAlreadyExists', `Product ${product.id} was added with another description`);
  }
  return unsound(description) ?? [{ type: 'ProductAdded', data: description }];
};
