import { type ActivityEvent, activityDecider } from '#activities/activities.contract.js';
import { type CustomerEvent, customerDecider } from '#customers/customers.contract.js';
import { type DealEvent, dealDecider } from '#deals/deals.contract.js';
import { type LeadEvent, leadDecider } from '#leads/leads.contract.js';

/** What happens to a customer: to the lead that they were, to the record itself, to their deals, and in contact with them. */
export type TimelineEvent = CustomerEvent | LeadEvent | DealEvent | ActivityEvent;

export const timelineTypes = [customerDecider, leadDecider, dealDecider, activityDecider].flatMap(
  ({ types }) => Object.keys(types) as TimelineEvent['type'][],
);
