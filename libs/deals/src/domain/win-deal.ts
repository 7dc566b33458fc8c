import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { isRejected, type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { DealWon } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';
import { agreedOn, type WorthRefusal } from './deal-worth.js';

export type WinDeal = Readonly<{
  dealId: string;
  /** Default: today. */
  signedOn?: CalendarDate | null | undefined;
  /** What was signed, when that is not the amount of the deal so far. */
  amount?: Money | null | undefined;
}>;
export type WinDealRefusal = 'DealNotOpen' | 'SignedInFuture' | Exclude<WorthRefusal, 'QuantityNotPositive'>;

/**
 * An open deal can be won in any stage, whatever its process says of skipping: a signature is a fact. `today` is the
 * day, in the company's time zone, on which the command is true.
 */
export const winDeal = (command: WinDeal, deal: Deal, today: CalendarDate): Outcome<DealWon, WinDealRefusal> => {
  const { dealId, amount } = command;
  const { customerId, processId, stage, ownerId } = deal;
  // A request that left the day open still means the same on a later day.
  const signedOn = command.signedOn ?? deal.signedOn ?? today;
  if (deal.status === 'Won' && deal.signedOn === signedOn && isAmount(deal, amount)) return [];
  const refused = notOpen(deal) ?? notYetSigned(signedOn, today);
  if (refused) return refused;
  const worth = agreedOn(amount ?? deal.amount, deal);
  if (isRejected(worth)) return worth;
  return [{ type: 'DealWon', data: { dealId, customerId, processId, stage, ...worth, ownerId, signedOn } }];
};

const notYetSigned = (signedOn: CalendarDate, today: CalendarDate): Rejected<'SignedInFuture'> | null =>
  signedOn <= today
    ? null
    : reject('SignedInFuture', `The deal was won on ${today}; it cannot be signed on ${signedOn}`);

const isAmount = ({ amount: known }: Deal, amount: WinDeal['amount']): boolean =>
  !amount || (amount.amount === known.amount && amount.currency === known.currency);
