import { isRejected, type Outcome, reject } from '#kernel/outcome.js';
import type { DealMovedBack } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { type DealProcess, placeOf, stageAt } from './deal-process.js';
import { notOpen, withoutReason } from './deal-rules.js';

export type MoveBackDeal = Readonly<{ dealId: string; to: string; reason: string }>;

export type MoveBackDealRefusal =
  | 'DealNotOpen'
  | 'StageUnknown'
  | 'MoveBackNotAllowed'
  | 'StageNotBehind'
  | 'ReasonMissing';

export const moveBackDeal = (
  { dealId, to, reason }: MoveBackDeal,
  deal: Deal,
  process: DealProcess,
): Outcome<DealMovedBack, MoveBackDealRefusal> => {
  const { customerId, stage: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  if (to === from) return [];
  const target = stageAt(process, to);
  if (isRejected(target)) return target;
  if (!process.rules.allowBack) {
    return reject('MoveBackNotAllowed', `In process ${process.id} deals do not return to an earlier stage`);
  }
  if (target.index > placeOf(process, from)) {
    return reject('StageNotBehind', `${to} does not lie before ${from}; advance the deal to get there`);
  }
  return withoutReason(reason) ?? [{ type: 'DealMovedBack', data: { dealId, customerId, from, to, reason } }];
};
