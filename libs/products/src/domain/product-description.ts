import { isAmount, LARGEST_AMOUNT } from '#kernel/money.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import type { Model, ProductDescription } from './product.events.js';

/** A product as someone writes it down. */
export type ProductDraft = Readonly<{
  productId: string;
  name: string;
  models?: readonly Model[] | null | undefined;
}>;

export const descriptionOf = ({ productId, name, models }: ProductDraft): ProductDescription => ({
  productId,
  name,
  models: (models ?? []).map(({ id, name, price: { amount, currency } }) => ({
    id,
    name,
    price: { amount, currency },
  })),
});

export type DescriptionRefusal = 'ProductNameMissing' | 'ModelNameMissing' | 'ModelRepeated' | 'PriceInvalid';

type Rule<C extends DescriptionRefusal> = (description: ProductDescription) => Rejected<C> | null;

const hasName: Rule<'ProductNameMissing'> = ({ name }) =>
  name.trim() === '' ? reject('ProductNameMissing', 'A product needs a name') : null;

const modelsHaveNames: Rule<'ModelNameMissing'> = ({ models }) => {
  const nameless = models.find(({ name }) => name.trim() === '');
  return nameless ? reject('ModelNameMissing', `Model ${nameless.id} needs a name`) : null;
};

const modelsAreDistinct: Rule<'ModelRepeated'> = ({ models }) => {
  const repeated = models.find(({ id }, index) => models.findIndex((model) => model.id === id) < index);
  return repeated ? reject('ModelRepeated', `Model ${repeated.id} is there twice`) : null;
};

const pricesAreAmounts: Rule<'PriceInvalid'> = ({ models }) => {
  const odd = models.find(({ price: { amount } }) => !(isAmount(amount) && amount >= 0));
  return odd
    ? reject(
        'PriceInvalid',
        `The price of model ${odd.id} is ${odd.price.amount}; it is an integer from 0 to ${LARGEST_AMOUNT}`,
      )
    : null;
};

/** The first rule that the description breaks; null when it is sound. */
export const unsound = (description: ProductDescription): Rejected<DescriptionRefusal> | null =>
  hasName(description) ??
  modelsHaveNames(description) ??
  modelsAreDistinct(description) ??
  pricesAreAmounts(description);
