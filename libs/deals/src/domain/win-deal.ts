import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import type { DealWon } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';
import { agreedOn, type WorthRefusal } from './deal-worth.js';

export type WinDeal = Readonly<{
  dealId: string;
  signedOn: CalendarDate;
  /** What was signed, when that is not the amount of the deal so far. */
  amount?: Money | null | undefined;
}>;
export type WinDealRefusal = 'DealNotOpen' | Exclude<WorthRefusal, 'QuantityNotPositive'>;

/** An open deal can be won in any stage, whatever its process says of skipping: a signature is a fact. */
export const winDeal = ({ dealId, signedOn, amount }: WinDeal, deal: Deal): Outcome<DealWon, WinDealRefusal> => {
  const { customerId, processId, stage, ownerId } = deal;
  if (deal.status === 'Won' && deal.signedOn === signedOn && isAmount(deal, amount)) return [];
  const closed = notOpen(deal);
  if (closed) return closed;
  const worth = agreedOn(amount ?? deal.amount, deal);
  if (isRejected(worth)) return worth;
  return [{ type: 'DealWon', data: { dealId, customerId, processId, stage, ...worth, ownerId, signedOn } }];
};

const isAmount = ({ amount: known }: Deal, amount: WinDeal['amount']): boolean =>
  !amount || (amount.amount === known.amount && amount.currency === known.currency);
