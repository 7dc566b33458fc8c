import { Id, MoneyValue, Whole } from '#http/fields.js';
import type { Money } from '#kernel/money.js';

export class DealLineBody {
  @Id()
  productId!: string;

  @Id({ optional: true, description: 'Of the product' })
  model?: string | null;

  @Whole({ min: 1 })
  quantity!: number;

  @MoneyValue({ description: 'Of one unit, as offered' })
  price!: Money;
}

/** The amounts in lines, by their path in the body. */
export const pricesIn = (lines: readonly DealLineBody[] | null | undefined): Readonly<Record<string, Money>> =>
  Object.fromEntries((lines ?? []).map(({ price }, index) => [`lines.${index}.price`, price]));
