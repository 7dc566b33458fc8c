import type { Outcome } from '#kernel/outcome.js';
import type { CategoryOverride, DealCategorized } from './deal.events.js';
import type { Deal } from './deal.state.js';
import { notOpen } from './deal-rules.js';

/** Null: as the stage says. */
export type CategorizeDeal = Readonly<{ dealId: string; forecastCategory: CategoryOverride | null }>;
export type CategorizeDealRefusal = 'DealNotOpen';

export const categorizeDeal = (
  { dealId, forecastCategory: to }: CategorizeDeal,
  deal: Deal,
): Outcome<DealCategorized, CategorizeDealRefusal> => {
  const { customerId, forecastCategory: from } = deal;
  const closed = notOpen(deal);
  if (closed) return closed;
  return to === from ? [] : [{ type: 'DealCategorized', data: { dealId, customerId, from, to } }];
};
