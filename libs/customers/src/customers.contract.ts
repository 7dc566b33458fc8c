import { ofExisting } from '#commands/command-runner.js';
import { decideAddCustomer } from './add-customer/add-customer.handler.js';
import { decideAssignCustomer } from './assign-customer/assign-customer.handler.js';
import { decideChangeCustomerProfile } from './change-customer-profile/change-customer-profile.handler.js';
import { decideClaimCustomer } from './claim-customer/claim-customer.handler.js';
import type { AddCustomerRefusal } from './domain/add-customer.js';
import type { AssignCustomerRefusal } from './domain/assign-customer.js';
import type { ClaimCustomerRefusal } from './domain/claim-customer.js';
import type { CompleteErasureRefusal } from './domain/complete-customer-erasure.js';
import type * as events from './domain/customer.events.js';
import * as state from './domain/customer.state.js';
import type { MergeCustomerRefusal } from './domain/merge-customer.js';
import { decideCompleteErasure, decideEraseCustomer } from './erase-customer/erase-customer.handler.js';
import { decideMergeCustomer } from './merge-customer/merge-customer.handler.js';
import { decidePutCustomerContact } from './put-customer-contact/put-customer-contact.handler.js';
import { decideReleaseCustomer } from './release-customer/release-customer.handler.js';
import { decideRemoveCustomerContact } from './remove-customer-contact/remove-customer-contact.handler.js';

export type Contact = events.Contact;
export type CustomerEvent = events.CustomerEvent;
export type Customer = state.Customer;

/** How other capabilities read a customer back from the log, to state it as a fact to their own decisions. */
export const customerDecider = state.customerDecider;

export type CustomerRefusal =
  | AddCustomerRefusal
  | AssignCustomerRefusal
  | ClaimCustomerRefusal
  | MergeCustomerRefusal
  | CompleteErasureRefusal;

/** What makes the decisions of the commands on customers, for `CommandRunner.series`. */
export const customerDecisions = {
  add: decideAddCustomer,
  assign: ofExisting(customerDecider, decideAssignCustomer),
  release: ofExisting(customerDecider, decideReleaseCustomer),
  claim: ofExisting(customerDecider, decideClaimCustomer),
  changeProfile: ofExisting(customerDecider, decideChangeCustomerProfile),
  putContact: ofExisting(customerDecider, decidePutCustomerContact),
  removeContact: ofExisting(customerDecider, decideRemoveCustomerContact),
  merge: ofExisting(customerDecider, decideMergeCustomer),
  erase: ofExisting(customerDecider, decideEraseCustomer),
  completeErasure: ofExisting(customerDecider, decideCompleteErasure),
};
