import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import type { Outcome } from '#kernel/outcome.js';
import type { DealReassigned } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';

/** Null: nobody's, back in the pool. */
export type ReassignDeal = Readonly<{ dealId: string; ownerId: string | null }>;
export type ReassignDealRefusal = 'DealNotOpen' | AssignableRefusal;

/** `owner` is the rep that `ownerId` names, null when it names none. A closed deal stays credited to who closed it. */
export const reassignDeal = (
  { dealId, ownerId: to }: ReassignDeal,
  deal: Deal,
  owner: Assignable,
): Outcome<DealReassigned, ReassignDealRefusal> => {
  const { customerId, ownerId: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  if (to === from) return [];
  const unfit = to === null ? null : unassignable(to, owner);
  return unfit ?? [{ type: 'DealReassigned', data: { dealId, customerId, from, to } }];
};
