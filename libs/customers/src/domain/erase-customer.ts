import type { Outcome } from '#kernel/outcome.js';
import type { CustomerErased } from './customer.events.js';
import type { Customer } from './customer.state.js';

export type EraseCustomer = CustomerErased['data'];

/** For good: a customer who is erased already stays so. */
export const eraseCustomer = (command: EraseCustomer, { erasure }: Customer): Outcome<CustomerErased> =>
  erasure === undefined ? [{ type: 'CustomerErased', data: command }] : [];
