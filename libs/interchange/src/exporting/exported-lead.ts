import type { Recorded } from '#kernel/event.js';
import type { LeadEvent } from '#leads/leads.contract.js';
import type { CellValue } from './csv-writer.contract.js';
import { changeCells, detailsOf, provenanceCells } from './exported-cells.js';

export const LEAD_COLUMNS = [
  'id',
  'name',
  'company',
  'email',
  'phone',
  'source',
  'owner_id',
  'created_at',
  'actor_id',
  'details',
] as const;

export const LEAD_EVENT_COLUMNS = [
  'lead_id',
  'occurred_at',
  'event',
  'owner_id',
  'reason',
  'actor_id',
  'details',
  'revision',
] as const;

type Captured = Extract<LeadEvent, { type: 'LeadCaptured' }>;
type Changed = Exclude<LeadEvent, Captured>;
type Cells = Partial<Record<(typeof LEAD_EVENT_COLUMNS)[number], CellValue>>;

/** A row of leads.csv. The customer that a lead becomes follows from its id. */
export const exportedLead = (event: Recorded<Captured>): Partial<Record<(typeof LEAD_COLUMNS)[number], CellValue>> => {
  const { leadId: id, name, company, email, phone, source, ownerId: owner_id } = event.data;
  const { occurred_at: created_at, actor_id } = provenanceCells(event);
  return { id, name, company, email, phone, source, owner_id, created_at, actor_id, details: detailsOf(event) };
};

/** A row of lead_events.csv. */
export const exportedLeadEvent = (event: Recorded<Changed>): Cells => ({
  lead_id: event.data.leadId,
  ...changeCells(event, cellsOf(event)),
});

const cellsOf = ({ type, data }: Changed): Omit<Cells, 'details'> & { details?: Record<string, unknown> } => {
  switch (type) {
    case 'LeadQualified':
      return { event: 'qualified', reason: data.note };
    case 'LeadDisqualified':
      return { event: 'disqualified', reason: data.reason };
    case 'LeadConverted': {
      if (data.deal === null) return { event: 'converted', owner_id: data.ownerId };
      const { dealId: _, ...deal } = data.deal;
      return { event: 'converted', owner_id: data.ownerId, details: { deal } };
    }
    case 'LeadConversionCompleted':
      return { event: 'conversion_completed' };
  }
};
