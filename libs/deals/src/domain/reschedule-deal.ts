import type { CalendarDate } from '#kernel/instant.js';
import type { Outcome } from '#kernel/outcome.js';
import type { DealRescheduled } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';

/** Null: nobody can tell when. */
export type RescheduleDeal = Readonly<{ dealId: string; expectedCloseOn: CalendarDate | null }>;
export type RescheduleDealRefusal = 'DealNotOpen';

export const rescheduleDeal = (
  { dealId, expectedCloseOn: to }: RescheduleDeal,
  deal: Deal,
): Outcome<DealRescheduled, RescheduleDealRefusal> => {
  const { customerId, expectedCloseOn: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  return to === from ? [] : [{ type: 'DealRescheduled', data: { dealId, customerId, from, to } }];
};
