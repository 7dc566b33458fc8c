import type { CustomerEvent } from '#customers/customers.contract.js';
import type { Recorded } from '#kernel/event.js';
import type { CellValue } from './csv-writer.contract.js';
import { changeCells, detailsOf, provenanceCells } from './exported-cells.js';

export const CUSTOMER_COLUMNS = [
  'id',
  'name',
  'owner_id',
  'industry',
  'region',
  'source',
  'created_at',
  'actor_id',
  'details',
] as const;

export const CUSTOMER_EVENT_COLUMNS = [
  'customer_id',
  'occurred_at',
  'event',
  'owner_id',
  'reason',
  'actor_id',
  'details',
  'revision',
] as const;

type Added = Extract<CustomerEvent, { type: 'CustomerAdded' }>;
type Changed = Exclude<CustomerEvent, Added>;
type Cells = Partial<Record<(typeof CUSTOMER_EVENT_COLUMNS)[number], CellValue>>;

/** A row of customers.csv. */
export const exportedCustomer = (
  event: Recorded<Added>,
): Partial<Record<(typeof CUSTOMER_COLUMNS)[number], CellValue>> => {
  const { customerId: id, name, ownerId: owner_id, industry, region, source, contacts } = event.data;
  const { occurred_at: created_at, actor_id } = provenanceCells(event);
  const details = detailsOf(event, contacts.length > 0 ? { contacts } : {});
  return { id, name, owner_id, industry, region, source, created_at, actor_id, details };
};

/** A row of customer_events.csv. */
export const exportedCustomerEvent = (event: Recorded<Changed>): Cells => ({
  customer_id: event.data.customerId,
  ...changeCells(event, cellsOf(event)),
});

const cellsOf = ({ type, data }: Changed): Omit<Cells, 'details'> & { details?: Record<string, unknown> } => {
  switch (type) {
    case 'CustomerAssigned':
      return { event: 'assigned', owner_id: data.to };
    case 'CustomerReleased':
      return { event: 'released', reason: data.reason };
    case 'CustomerClaimed':
      return { event: 'claimed', owner_id: data.ownerId };
    case 'CustomerProfileChanged':
      return { event: 'profile_changed', details: data.to };
    case 'CustomerContactAdded':
      return { event: 'contact_put', details: { contact: data.contact } };
    case 'CustomerContactChanged':
      return { event: 'contact_put', details: { contact: data.to } };
    case 'CustomerContactRemoved':
      return { event: 'contact_removed', details: { contactId: data.contact.id } };
    case 'CustomerMerged':
      return { event: 'merged', details: { into: data.into } };
    case 'CustomerErased':
      return { event: 'erased', reason: data.reason };
    case 'CustomerErasureCompleted':
      return { event: 'erasure_completed' };
  }
};
