import type { Decider } from '#kernel/event.js';
import type { ProductDescription, ProductEvent } from './product.events.js';

export type Product = Readonly<{ id: string }> &
  Omit<ProductDescription, 'productId'> &
  Readonly<{
    /** As it was added: what tells the same request from another one of the same id. */
    added: ProductDescription;
  }>;

export const productDecider: Decider<Product | null, ProductEvent> = {
  category: 'product',
  types: { ProductAdded: 'product-added.v1', ProductRevised: 'product-revised.v1' },
  initial: null,
  evolve: (product, { type, data }) => {
    const { productId: id, name, models } = data;
    switch (type) {
      case 'ProductAdded':
        return { id, name, models, added: data };
      case 'ProductRevised':
        if (product === null) throw new Error(`${type} before ProductAdded`);
        return { ...product, name, models };
    }
  },
};
