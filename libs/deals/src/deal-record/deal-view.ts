import type { DealVersion } from '../deal-history/deal-history.projection.js';
import type { Deal } from '../domain/deal.state.js';

export type DealView = Omit<Deal, 'opened'> & Readonly<{ revision: string }>;

/** A deal as it is shown: all but how it was opened, which is kept only to recognise a repeated request. */
export const viewOf = ({ revision, deal: { opened: _opened, ...deal } }: DealVersion): DealView => ({
  ...deal,
  revision: String(revision),
});
