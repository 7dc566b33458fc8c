import { Id, ListOf, MoneyValue, Text, WriteBody } from '#http/fields.js';
import type { Money } from '#kernel/money.js';

class ModelBody {
  @Id()
  id!: string;

  @Text()
  name!: string;

  @MoneyValue({ description: 'List price of one unit' })
  price!: Money;
}

/** A product, whole. */
export class ProductBody extends WriteBody {
  @Text()
  name!: string;

  @ListOf(() => ModelBody, { optional: true })
  models?: ModelBody[] | null;
}

/** The list prices, by their path in the body. */
export const pricesIn = ({ models }: ProductBody): Readonly<Record<string, Money>> =>
  Object.fromEntries((models ?? []).map(({ price }, index) => [`models.${index}.price`, price]));
