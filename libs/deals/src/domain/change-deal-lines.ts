import { sameJson } from '#kernel/json.js';
import { isRejected, type Outcome } from '#kernel/outcome.js';
import type { DealLinesChanged } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';
import { type LineDraft, pricedByLines, type WorthRefusal } from './deal-worth.js';

export type ChangeDealLines = Readonly<{ dealId: string; lines: readonly LineDraft[] }>;
export type ChangeDealLinesRefusal = 'DealNotOpen' | WorthRefusal;

/** The deal is worth what the new lines add up to by their prices; without any it keeps its amount. */
export const changeDealLines = (
  { dealId, lines }: ChangeDealLines,
  deal: Deal,
): Outcome<DealLinesChanged, ChangeDealLinesRefusal> => {
  const { customerId, amount: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  const worth = lines.length === 0 ? { amount: from, lines: [] } : pricedByLines(lines, from.currency);
  if (isRejected(worth)) return worth;
  if (sameJson(worth.lines, deal.lines)) return [];
  return [{ type: 'DealLinesChanged', data: { dealId, customerId, from, to: worth.amount, lines: worth.lines } }];
};
