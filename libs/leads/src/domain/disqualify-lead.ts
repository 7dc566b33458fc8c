import type { Outcome } from '#kernel/outcome.js';
import type { LeadDisqualified } from './lead.events.js';
import type { Lead } from './lead.state.js';
import { type ConvertedRefusal, refuseConverted } from './refuse-converted.js';

export type DisqualifyLead = Readonly<{ leadId: string; reason: string }>;

export const disqualifyLead = (
  { leadId, reason }: DisqualifyLead,
  lead: Lead,
): Outcome<LeadDisqualified, ConvertedRefusal> => {
  if (lead.status === 'converted') return refuseConverted(lead);
  if (lead.status === 'disqualified') return [];
  return [{ type: 'LeadDisqualified', data: { leadId, customerId: lead.customerId, reason } }];
};
