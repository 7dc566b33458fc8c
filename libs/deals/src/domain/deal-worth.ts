import { allocate, isAmount, LARGEST_AMOUNT, type Money } from '#kernel/money.js';
import { type Rejected, reject } from '#kernel/outcome.js';
import type { DealLine } from './deal.events.js';

/** A line as someone writes it down. */
export type LineDraft = Readonly<{
  productId: string;
  model?: string | null | undefined;
  quantity: number;
  price: Money;
}>;

/** What a deal is worth: the amounts of the lines, if there are any, add up to `amount`. */
export type Worth = Readonly<{ amount: Money; lines: readonly DealLine[] }>;

export type WorthRefusal = 'AmountInvalid' | 'QuantityNotPositive' | 'CurrencyMismatch';

const amountInvalid = ({ amount }: Money): Rejected<'AmountInvalid'> | null =>
  isAmount(amount) && amount >= 0
    ? null
    : reject('AmountInvalid', `${amount} is no amount: it is an integer of minor units from 0 to ${LARGEST_AMOUNT}`);

const quantityNotPositive = ({ productId, quantity }: LineDraft): Rejected<'QuantityNotPositive'> | null =>
  Number.isSafeInteger(quantity) && quantity > 0
    ? null
    : reject('QuantityNotPositive', `The quantity of ${productId} is ${quantity}; it is 1 or more`);

const otherCurrency = (money: Money, currency: string): Rejected<'CurrencyMismatch'> | null =>
  money.currency === currency
    ? null
    : reject('CurrencyMismatch', `A deal has one currency: ${currency}, not ${money.currency}`);

/** What `lines`, at least one, are worth by their prices, in the currency of the deal. */
export const pricedByLines = (drafts: readonly LineDraft[], currency: string): Worth | Rejected<WorthRefusal> => {
  const lines: DealLine[] = [];
  let sum = 0;
  for (const draft of drafts) {
    const { productId, model, quantity, price } = draft;
    const refused = quantityNotPositive(draft) ?? amountInvalid(price) ?? otherCurrency(price, currency);
    if (refused) return refused;
    const amount = quantity * price.amount;
    sum += amount;
    lines.push({
      productId,
      model: model ?? null,
      quantity,
      price: { amount: price.amount, currency },
      amount: { amount, currency },
    });
  }
  // A sum of amounts from 0 on is one only if each of them is.
  const amount = { amount: sum, currency };
  return amountInvalid(amount) ?? { amount, lines };
};

/** An amount that was agreed on for the deal as a whole: each line takes its share of it, by quantity × price. */
export const agreedOn = (
  agreed: Money,
  { amount: before, lines }: Worth,
): Worth | Rejected<Exclude<WorthRefusal, 'QuantityNotPositive'>> => {
  const refused = amountInvalid(agreed) ?? otherCurrency(agreed, before.currency);
  if (refused) return refused;
  const { amount, currency } = agreed;
  const shares = allocate(
    amount,
    lines.map(({ quantity, price }) => quantity * price.amount),
  );
  return {
    amount: { amount, currency },
    lines: lines.map((line, index) => ({ ...line, amount: { amount: shares[index] ?? 0, currency } })),
  };
};
