import { type Assignable, type AssignableRefusal, unassignable } from '#kernel/assignable.js';
import { sameJson } from '#kernel/json.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { LeadCaptured } from './lead.events.js';
import type { Lead } from './lead.state.js';

export type CaptureLead = LeadCaptured['data'];
export type CaptureLeadRefusal = 'LeadAlreadyExists' | AssignableRefusal;

/** `owner` is the rep that `ownerId` names, null when it names none. */
export const captureLead = (
  command: CaptureLead,
  lead: Lead | null,
  owner: Assignable,
): Outcome<LeadCaptured, CaptureLeadRefusal> => {
  const { leadId, customerId, ownerId, name, company, email, phone, source } = command;
  const captured = { leadId, customerId, ownerId, name, company, email, phone, source };
  if (lead !== null) {
    const known = { leadId, customerId: lead.customerId, ownerId: lead.capturedFor, ...prospectOf(lead) };
    return sameJson(known, captured)
      ? []
      : reject('LeadAlreadyExists', `Lead ${leadId} was captured with other particulars`);
  }
  return (ownerId === null ? null : unassignable(ownerId, owner)) ?? [{ type: 'LeadCaptured', data: captured }];
};

const prospectOf = ({ name, company, email, phone, source }: Lead) => ({ name, company, email, phone, source });
