import { type Rejected, reject } from '#kernel/outcome.js';
import type { Customer } from './customer.state.js';

export type ErasedRefusal = 'CustomerIsErased';

/** Nothing is recorded any more about who an erased customer is. */
export const refuseErased = ({ customerId }: Customer): Rejected<ErasedRefusal> =>
  reject('CustomerIsErased', `Customer ${customerId} was erased`);
