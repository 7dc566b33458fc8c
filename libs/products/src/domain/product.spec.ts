import { describe, expect, it } from 'vitest';
import { given } from '#testing/given.js';
import { type AddProduct, addProduct } from './add-product.js';
import type { Model, ProductAdded, ProductRevised } from './product.events.js';
import { productDecider } from './product.state.js';
import type { ProductDraft } from './product-description.js';
import { reviseProduct } from './revise-product.js';

const basic: Model = { id: 'basic', name: 'GTX Basic', price: { amount: 55000, currency: 'USD' } };
const pro: Model = { id: 'pro', name: 'GTX Pro', price: { amount: 482100, currency: 'USD' } };
const gtx: AddProduct = { productId: 'gtx', name: 'GTX', models: [basic] };
const description = { productId: 'gtx', name: 'GTX', models: [basic] };
const added: ProductAdded = { type: 'ProductAdded', data: description };
const withPro: ProductRevised = { type: 'ProductRevised', data: { ...description, models: [basic, pro] } };

const product = given(productDecider);

describe('adding a product', () => {
  it('keeps its models with their list prices', () => {
    product().when(addProduct, gtx).then(added);
  });

  it('needs no models', () => {
    const bare: ProductAdded = { type: 'ProductAdded', data: { productId: 'gtx', name: 'GTX', models: [] } };
    product().when(addProduct, { productId: 'gtx', name: 'GTX' }).then(bare);
    product().when(addProduct, { productId: 'gtx', name: 'GTX', models: null }).then(bare);
  });

  it('changes nothing when it was added so, even if it was revised since', () => {
    product(added).when(addProduct, gtx).thenNothing();
    product(added, withPro).when(addProduct, gtx).thenNothing();
  });

  it('refuses an id that is taken by another product', () => {
    product(added)
      .when(addProduct, { ...gtx, name: 'MG' })
      .thenRejected('ProductAlreadyExists');
  });
});

describe('revising a product', () => {
  it('states the whole product anew', () => {
    product(added)
      .when(reviseProduct, { ...gtx, models: [basic, pro] })
      .then(withPro);
  });

  it('changes nothing when it is so already', () => {
    product(added).when(reviseProduct, gtx).thenNothing();
    product(added, withPro)
      .when(reviseProduct, { ...gtx, models: [basic, pro] })
      .thenNothing();
  });
});

describe.each([
  ['adding', (command: ProductDraft) => product().when(addProduct, command)],
  ['revising', (command: ProductDraft) => product(added).when(reviseProduct, command)],
])('%s a product', (_, decided) => {
  it('refuses a product without a name', () => {
    decided({ ...gtx, name: ' ' }).thenRejected('ProductNameMissing');
  });

  it('refuses a model without a name', () => {
    decided({ ...gtx, models: [{ ...basic, name: '' }] }).thenRejected('ModelNameMissing');
  });

  it('refuses the same model twice', () => {
    decided({ ...gtx, models: [basic, { ...pro, id: 'basic' }] }).thenRejected('ModelRepeated');
  });

  it('refuses a price that is no amount', () => {
    for (const amount of [-1, 0.5, Number.NaN, 2 ** 53]) {
      decided({ ...gtx, models: [{ ...basic, price: { amount, currency: 'USD' } }] }).thenRejected('PriceInvalid');
    }
  });
});

describe('a product', () => {
  it('is as it was last described', () => {
    product(added).thenState({ id: 'gtx', name: 'GTX', models: [basic], added: description });
    product(added, withPro).thenState({ id: 'gtx', name: 'GTX', models: [basic, pro], added: description });
  });

  it('is never revised before it is added', () => {
    expect(() => product(withPro)).toThrow('ProductRevised before ProductAdded');
  });
});
