import type { CustomerId } from '#customers/customers.contract.js';
import { findCustomer } from '#customers/customer-profile/customer-profile.query.js';

export const openDeal = (id: CustomerId) => findCustomer(id);
