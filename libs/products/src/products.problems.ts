import type { ProblemMap } from '#http/problem.js';
import type { ProductRefusal } from './products.contract.js';

export const productProblems: ProblemMap<ProductRefusal> = {
  ProductAlreadyExists: { status: 409, title: 'The product exists already' },
  ProductNameMissing: { status: 409, title: 'A product needs a name' },
  ModelNameMissing: { status: 409, title: 'A model needs a name' },
  ModelRepeated: { status: 409, title: 'A model is there twice' },
  PriceInvalid: { status: 409, title: 'That is no price' },
};
