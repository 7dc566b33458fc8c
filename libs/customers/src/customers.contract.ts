import type { AddCustomerRefusal } from './domain/add-customer.js';
import type { AssignCustomerRefusal } from './domain/assign-customer.js';
import type { ClaimCustomerRefusal } from './domain/claim-customer.js';
import type * as events from './domain/customer.events.js';
import * as state from './domain/customer.state.js';

export type Contact = events.Contact;
export type CustomerEvent = events.CustomerEvent;
export type Customer = state.Customer;

/** How other capabilities read a customer back from the log, to state it as a fact to their own decisions. */
export const customerDecider = state.customerDecider;

export type CustomerRefusal = AddCustomerRefusal | AssignCustomerRefusal | ClaimCustomerRefusal;
