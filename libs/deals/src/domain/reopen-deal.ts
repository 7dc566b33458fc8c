import { type Outcome, reject } from '#kernel/outcome.js';
import type { DealReopened } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { withoutReason } from './deal-rules.js';

export type ReopenDeal = Readonly<{ dealId: string; reason: string }>;
export type ReopenDealRefusal = 'DealNotClosed' | 'ReasonMissing';

/** The deal goes on in the stage in which it was closed. */
export const reopenDeal = ({ dealId, reason }: ReopenDeal, deal: Deal): Outcome<DealReopened, ReopenDealRefusal> => {
  const { customerId, processId, status: was, stage, amount, ownerId } = deal;
  if (was === 'Open') {
    return deal.reopenReason === reason ? [] : reject('DealNotClosed', `Deal ${dealId} is open already`);
  }
  return (
    withoutReason(reason) ?? [
      { type: 'DealReopened', data: { dealId, customerId, processId, was, stage, amount, ownerId, reason } },
    ]
  );
};
