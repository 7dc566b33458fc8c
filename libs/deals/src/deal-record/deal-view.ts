import type { DealVersion } from '../deal-history/deal-history.projection.js';

export type DealView = DealVersion['deal'] & Readonly<{ revision: string }>;

/** A version of a deal as it is shown. */
export const viewOf = ({ revision, deal }: DealVersion): DealView => ({ ...deal, revision: String(revision) });
