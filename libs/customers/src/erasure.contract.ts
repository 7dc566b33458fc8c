import type { Recorded } from '#kernel/event.js';
import type { CustomerErasureCompleted } from './domain/customer.events.js';
import { customerDecider } from './domain/customer.state.js';
import * as job from './erase-customer/erase-customer-job.js';

/** For the worker: how erasures come to their end. */
export const handleErasures = job.handleErasures;
export const resumeErasures = job.resumeErasures;

/** Stored name of the event from which on the log says nothing personal about a customer any more. */
export const erasureCompleted: string = customerDecider.types.CustomerErasureCompleted;

/** Whom such an event is about. */
export const erasedCustomerOf = (event: Recorded): string =>
  (event as Recorded<CustomerErasureCompleted>).data.customerId;
