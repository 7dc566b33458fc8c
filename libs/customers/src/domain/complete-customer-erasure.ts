import { type Outcome, reject } from '#kernel/outcome.js';
import type { CustomerErasureCompleted } from './customer.events.js';
import type { Customer } from './customer.state.js';

export type CompleteCustomerErasure = CustomerErasureCompleted['data'];
export type CompleteErasureRefusal = 'CustomerNotErased';

export const completeCustomerErasure = (
  { customerId }: CompleteCustomerErasure,
  { erasure }: Customer,
): Outcome<CustomerErasureCompleted, CompleteErasureRefusal> => {
  if (erasure === undefined) return reject('CustomerNotErased', `Customer ${customerId} was not erased`);
  return erasure === 'completed' ? [] : [{ type: 'CustomerErasureCompleted', data: { customerId } }];
};
