import type { Outcome } from '#kernel/outcome.js';
import type { DealLost } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen, withoutReason } from './deal-rules.js';

export type LoseDeal = Readonly<{ dealId: string; reason: string; competitor?: string | null | undefined }>;
export type LoseDealRefusal = 'DealNotOpen' | 'ReasonMissing';

/** An open deal can be lost in any stage. */
export const loseDeal = ({ dealId, reason, ...command }: LoseDeal, deal: Deal): Outcome<DealLost, LoseDealRefusal> => {
  const { customerId, processId, stage, amount, lines, ownerId } = deal;
  const { competitor = null } = command;
  if (deal.status === 'Lost' && deal.lostReason === reason && deal.competitor === competitor) return [];
  return (
    notOpen(deal) ??
    withoutReason(reason) ?? [
      {
        type: 'DealLost',
        data: { dealId, customerId, processId, stage, amount, lines, ownerId, reason, competitor },
      },
    ]
  );
};
