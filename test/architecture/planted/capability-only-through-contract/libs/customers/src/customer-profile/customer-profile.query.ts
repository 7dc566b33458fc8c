import type { CustomerId } from '../customers.contract.js';

export const findCustomer = (id: CustomerId) => id;
