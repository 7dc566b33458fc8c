import { type Rejected, reject } from '#kernel/outcome.js';
import type { Lead } from './lead.state.js';

export type ConvertedRefusal = 'LeadAlreadyConverted';

/** What becomes of a converted lead is told of the customer. */
export const refuseConverted = ({ leadId, customerId }: Lead): Rejected<ConvertedRefusal> =>
  reject('LeadAlreadyConverted', `Lead ${leadId} was converted to customer ${customerId}`);
