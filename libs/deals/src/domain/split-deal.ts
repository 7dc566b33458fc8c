import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { type Outcome, type Rejected, reject } from '#kernel/outcome.js';
import type { CreditShare, DealSplit } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';

/** No shares: the owner has it all again. */
export type SplitDeal = Readonly<{ dealId: string; shares: readonly CreditShare[] }>;
export type SplitDealRefusal = 'DealNotOpen' | 'SplitInvalid' | AssignableRefusal;

const WHOLE = 10_000;

/**
 * Credits the deal to several reps by shares that add up to all of it. `reps` are those that the shares name, in their
 * order, null for one who is none. The deal keeps its owner, who need not have a share.
 */
export const splitDeal = (
  { dealId, shares }: SplitDeal,
  deal: Deal,
  reps: readonly Assignable[],
): Outcome<DealSplit, SplitDealRefusal> => {
  const { customerId, split: from } = deal;
  const refused = notOpen(deal) ?? invalid(shares);
  if (refused) return refused;
  const to = shares.length === 0 ? null : shares.map(({ repId, basisPoints }) => ({ repId, basisPoints }));
  if (JSON.stringify(to) === JSON.stringify(from)) return [];
  for (const [index, { repId }] of shares.entries()) {
    const unfit = unassignable(repId, reps[index] ?? null);
    if (unfit) return unfit;
  }
  return [{ type: 'DealSplit', data: { dealId, customerId, from, to } }];
};

const invalid = (shares: readonly CreditShare[]): Rejected<'SplitInvalid'> | null => {
  if (shares.length === 0) return null;
  if (shares.some(({ basisPoints }) => !Number.isInteger(basisPoints) || basisPoints < 1))
    return reject('SplitInvalid', 'Each share is of one basis point or more');
  if (new Set(shares.map(({ repId }) => repId)).size < shares.length)
    return reject('SplitInvalid', 'A rep has one share of a deal');
  const sum = shares.reduce((total, { basisPoints }) => total + basisPoints, 0);
  return sum === WHOLE ? null : reject('SplitInvalid', `The shares add up to ${sum} basis points, not to ${WHOLE}`);
};
