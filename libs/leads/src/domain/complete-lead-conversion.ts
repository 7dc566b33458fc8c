import { type Outcome, reject } from '#kernel/outcome.js';
import type { LeadConversionCompleted } from './lead.events.js';
import type { Lead } from './lead.state.js';

export type CompleteLeadConversion = Readonly<{ leadId: string }>;
export type CompleteConversionRefusal = 'LeadNotConverted';

export const completeLeadConversion = (
  { leadId }: CompleteLeadConversion,
  { conversion, customerId }: Lead,
): Outcome<LeadConversionCompleted, CompleteConversionRefusal> => {
  if (conversion === null) return reject('LeadNotConverted', `Lead ${leadId} was not converted`);
  return conversion.completed ? [] : [{ type: 'LeadConversionCompleted', data: { leadId, customerId } }];
};
