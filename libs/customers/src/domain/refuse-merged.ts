import { type Rejected, reject } from '#kernel/outcome.js';
import type { Customer } from './customer.state.js';

export type MergedRefusal = 'CustomerIsMerged';

/** What is new about a merged customer is recorded of the one that survives. Null: not merged. */
export const refuseMerged = ({ customerId, mergedInto }: Customer): Rejected<MergedRefusal> | null =>
  mergedInto === undefined ? null : reject('CustomerIsMerged', `Customer ${customerId} was merged into ${mergedInto}`);
