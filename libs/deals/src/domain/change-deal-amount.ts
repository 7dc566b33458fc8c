import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import type { DealAmountChanged } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';
import { agreedOn, type WorthRefusal } from './deal-worth.js';

export type ChangeDealAmount = Readonly<{ dealId: string; amount: Money }>;
export type ChangeDealAmountRefusal = 'DealNotOpen' | Exclude<WorthRefusal, 'QuantityNotPositive'>;

/** The lines of the deal, if it has any, take their shares of the new amount. */
export const changeDealAmount = (
  { dealId, amount }: ChangeDealAmount,
  deal: Deal,
): Outcome<DealAmountChanged, ChangeDealAmountRefusal> => {
  const { customerId, amount: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  const worth = agreedOn(amount, deal);
  if (isRejected(worth)) return worth;
  if (amount.amount === from.amount) return [];
  return [{ type: 'DealAmountChanged', data: { dealId, customerId, from, to: worth.amount, lines: worth.lines } }];
};
