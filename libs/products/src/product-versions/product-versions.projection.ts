import { versionsOf } from '#projections/versions.js';
import { productDecider } from '../domain/product.state.js';

/** Which models, at which list prices, each product has, and had. */
export const productVersions = versionsOf(productDecider, { name: 'product-versions', version: 1 });
