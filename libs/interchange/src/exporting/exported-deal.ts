import type { DealEvent, DealLine } from '#deals/deals.contract.js';
import type { Recorded } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import { formatDecimal } from '#kernel/money.js';
import type { CellValue } from './csv-writer.contract.js';
import { detailsOf, provenanceCells } from './exported-cells.js';

export const DEAL_EVENT_COLUMNS = [
  'deal_id',
  'occurred_at',
  'event',
  'process_id',
  'stage',
  'amount',
  'currency',
  'owner_id',
  'customer_id',
  'product_id',
  'quantity',
  'expected_close_on',
  'reason',
  'actor_id',
  'details',
  'revision',
] as const;
type Cells = Partial<Record<(typeof DEAL_EVENT_COLUMNS)[number], CellValue>>;

/** A fact of a deal as a row of deal_events.csv. */
export const exportedDeal = (event: Recorded<DealEvent>): Cells => {
  const { details, ...cells } = cellsOf(event);
  return {
    deal_id: event.data.dealId,
    ...cells,
    ...provenanceCells(event),
    details: detailsOf(event, details),
    revision: String(event.revision),
  };
};

const cellsOf = ({ type, data }: DealEvent): Omit<Cells, 'details'> & { details?: Record<string, unknown> } => {
  switch (type) {
    case 'DealOpened': {
      const { processId: process_id, stage, ownerId: owner_id, customerId: customer_id } = data;
      const { name, fields, expectedCloseOn: expected_close_on, lines } = data;
      const [line, ...others] = lines;
      return {
        event: 'opened',
        ...{ process_id, stage, owner_id, customer_id, expected_close_on },
        ...money(data.amount),
        ...(line && others.length === 0 && { product_id: line.productId, quantity: line.quantity }),
        details: { name, ...(lines.length > 0 && { lines: drafts(lines) }), ...filled(fields) },
      };
    }
    case 'DealAdvanced':
      return { event: 'advanced', stage: data.to, details: filled(data.fields) };
    case 'DealMovedBack':
      return { event: 'moved_back', stage: data.to, reason: data.reason };
    case 'DealAmountChanged':
      return { event: 'amount_changed', ...money(data.to) };
    case 'DealLinesChanged':
      return { event: 'lines_changed', details: { lines: drafts(data.lines) } };
    case 'DealRescheduled':
      return data.to === null
        ? { event: 'rescheduled', details: { expectedCloseOn: null } }
        : { event: 'rescheduled', expected_close_on: data.to };
    case 'DealCategorized':
      return { event: 'categorized', details: { forecastCategory: data.to } };
    case 'DealReassigned':
      return data.to === null
        ? { event: 'reassigned', details: { ownerId: null } }
        : { event: 'reassigned', owner_id: data.to };
    case 'DealSplit':
      return { event: 'split', details: { shares: data.to ?? [] } };
    case 'DealWon':
      return { event: 'won', ...money(data.amount), details: { signedOn: data.signedOn } };
    case 'DealLost':
      return { event: 'lost', reason: data.reason, details: data.competitor ? { competitor: data.competitor } : {} };
    case 'DealCorrected': {
      const { effectiveAt, amount, stage, expectedCloseOn, ownerId, reason } = data;
      return {
        event: 'corrected',
        reason,
        ...(amount && money(amount.to)),
        ...(stage && { stage: stage.to }),
        ...(expectedCloseOn?.to != null && { expected_close_on: expectedCloseOn.to }),
        ...(ownerId?.to != null && { owner_id: ownerId.to }),
        details: {
          effectiveAt,
          ...(expectedCloseOn?.to === null && { expectedCloseOn: null }),
          ...(ownerId?.to === null && { ownerId: null }),
        },
      };
    }
    case 'DealReopened':
      return { event: 'reopened', reason: data.reason };
  }
};

const money = (amount: Money): Pick<Cells, 'amount' | 'currency'> => ({
  amount: formatDecimal(amount),
  currency: amount.currency,
});

/** Without the shares of an agreed amount: they follow from it. */
const drafts = (lines: readonly DealLine[]): unknown =>
  lines.map(({ productId, model, quantity, price }) => ({ productId, model, quantity, price }));

const filled = (fields: object): { fields?: object } => (Object.keys(fields).length > 0 ? { fields } : {});
