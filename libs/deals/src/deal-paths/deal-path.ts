import type { CalendarDate } from '#kernel/instant.js';
import type { Credit } from '../deal-figures/span-view.js';
import type { Deal } from '../domain/deal.state.js';

/**
 * A stretch of time in which nothing about a deal changed. `from` and `to` are milliseconds since 1970; null: it goes on.
 * It has no duration when two things happened at the same instant: the deal passed through that state all the same.
 */
export type Stretch = Readonly<{
  /** Of the event that began it. */
  revision: number;
  /** Of the table of spans. */
  row: number;
  from: number;
  to: number | null;
  status: Deal['status'];
  stage: string;
  ownerId: string | null;
  /** In minor units. */
  amount: number;
  expectedCloseOn: CalendarDate | null;
  /** Of a split deal, what of it is whose; null: all of it is its owner's. */
  split: readonly Credit[] | null;
}>;

/** What of the deal was whose. */
export const creditsOf = ({ ownerId, amount, split }: Stretch): readonly Credit[] => split ?? [{ ownerId, amount }];

/** What a deal went through until an instant, as known at an instant: stretches without a gap, oldest first. */
export type DealPath = Readonly<{ dealId: string; stretches: readonly Stretch[] }>;
