import type { Outcome } from '#kernel/outcome.js';
import type { LeadQualified } from './lead.events.js';
import type { Lead } from './lead.state.js';
import { type ConvertedRefusal, refuseConverted } from './refuse-converted.js';

export type QualifyLead = Readonly<{ leadId: string; note: string | null }>;

/** Also a disqualified lead: they may call back. */
export const qualifyLead = ({ leadId, note }: QualifyLead, lead: Lead): Outcome<LeadQualified, ConvertedRefusal> => {
  if (lead.status === 'converted') return refuseConverted(lead);
  if (lead.status === 'qualified') return [];
  return [{ type: 'LeadQualified', data: { leadId, customerId: lead.customerId, note } }];
};
