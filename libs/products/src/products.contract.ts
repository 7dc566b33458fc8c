import { ofExisting } from '#commands/command-runner.js';
import { decideAddProduct } from './add-product/add-product.handler.js';
import type { AddProductRefusal } from './domain/add-product.js';
import type * as events from './domain/product.events.js';
import * as state from './domain/product.state.js';
import type { ReviseProductRefusal } from './domain/revise-product.js';
import { decideReviseProduct } from './revise-product/revise-product.handler.js';

export type Model = events.Model;
export type ProductEvent = events.ProductEvent;
export type Product = state.Product;

/** How other capabilities read a product back from the log, to state it as a fact to their own decisions. */
export const productDecider = state.productDecider;

export type ProductRefusal = AddProductRefusal | ReviseProductRefusal;

/** What makes the decisions of the commands on products, for `CommandRunner.series`. */
export const productDecisions = {
  add: decideAddProduct,
  revise: ofExisting(productDecider, decideReviseProduct),
};
