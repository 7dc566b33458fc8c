import type { Decider } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { FirstDeal, LeadCaptured, LeadEvent } from './lead.events.js';

export type LeadStatus = 'new' | 'qualified' | 'disqualified' | 'converted';

export type Conversion = Readonly<{ ownerId: string | null; deal: FirstDeal | null; completed: boolean }>;

export type Lead = LeadCaptured['data'] &
  Readonly<{
    /** Whose it was at first: tells a repeated capture from another lead with the same id. */
    capturedFor: string | null;
    status: LeadStatus;
    /** Since when it has this status. */
    since: Instant;
    disqualifiedReason: string | null;
    /** What it was converted into; `completed` once the customer and the deal are there. */
    conversion: Conversion | null;
  }>;

export const leadDecider: Decider<Lead | null, LeadEvent> = {
  category: 'lead',
  types: {
    LeadCaptured: 'lead-captured.v1',
    LeadQualified: 'lead-qualified.v1',
    LeadDisqualified: 'lead-disqualified.v1',
    LeadConverted: 'lead-converted.v1',
    LeadConversionCompleted: 'lead-conversion-completed.v1',
  },
  personal: {
    LeadCaptured: { subject: 'customerId', fields: ['name', 'company', 'email', 'phone'] },
    LeadQualified: { subject: 'customerId', fields: ['note'] },
    LeadDisqualified: { subject: 'customerId', fields: ['reason'] },
    LeadConverted: { subject: 'customerId', fields: ['deal.name'] },
  },
  initial: null,
  evolve: (lead, event, at) => {
    if (event.type === 'LeadCaptured') {
      const { ownerId: capturedFor } = event.data;
      return { ...event.data, capturedFor, status: 'new', since: at, disqualifiedReason: null, conversion: null };
    }
    if (lead === null) throw new Error(`${event.type} before LeadCaptured`);
    switch (event.type) {
      case 'LeadQualified':
        return { ...lead, status: 'qualified', since: at, disqualifiedReason: null };
      case 'LeadDisqualified':
        return { ...lead, status: 'disqualified', since: at, disqualifiedReason: event.data.reason };
      case 'LeadConverted': {
        const { ownerId, deal } = event.data;
        return { ...lead, ownerId, status: 'converted', since: at, conversion: { ownerId, deal, completed: false } };
      }
      case 'LeadConversionCompleted':
        return { ...lead, conversion: lead.conversion && { ...lead.conversion, completed: true } };
    }
  },
};
