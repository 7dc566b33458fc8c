import { type CalendarDate, millisecondsOf } from '#kernel/instant.js';
import { forkNode } from '#kernel/interval-tree.js';
import { type Projection, recordIdOf } from '#projections/projection.js';
import type { CollectionSpec } from '#read-store/read-store.js';
import type { CategoryOverride, DealEvent, DealLine } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { hasDuration, type Span, withFact } from './spans.js';

/** A deal after its event at `revision`; how it was opened is kept once, beside the versions. */
export type DealVersion = Readonly<{ revision: number; deal: Omit<Deal, 'opened'> }>;

/** A deal with every state it ever had, on both time axes; the columns are of its latest state. */
export type DealHistory = Readonly<{
  dealId: string;
  revision: number;
  processId: string;
  stage: string;
  status: Deal['status'];
  ownerId: string | null;
  customerId: string;
  expectedCloseOn: CalendarDate | null;
  amount: number;
  opened: Deal['opened'];
  spans: readonly Span<DealVersion>[];
}>;

/**
 * One span of a deal, to be found by what held at an instant. It hangs in one of two interval trees (see
 * `#kernel/interval-tree.js`), by its current knowledge over valid time or, once superseded, over known time: so an
 * as-of answer costs by the deals that were open then, never by the length of history.
 */
export type DealSpan = Readonly<{
  dealId: string;
  revision: number;
  processId: string;
  stage: string;
  status: Deal['status'];
  name: string;
  customerId: string;
  ownerId: string | null;
  category: CategoryOverride | null;
  amount: number;
  currency: string;
  lines: readonly DealLine[];
  expectedCloseOn: CalendarDate | null;
  /** Month of `expectedCloseOn`, `YYYY-MM`. */
  expectedMonth: string | null;
  /** Day on which a won deal was signed: its close date. */
  signedOn: CalendarDate | null;
  /** Month of `signedOn`, `YYYY-MM`. */
  signedMonth: string | null;
  /** When it was won or lost, in milliseconds since 1970; null while open. */
  closedAt: number | null;
  /** Milliseconds from its opening to its close; null while open. */
  cycleMs: number | null;
  openedAt: string;
  stageSince: string;
  /** Milliseconds since 1970; FOREVER for no end. */
  validFrom: number;
  validTo: number;
  knownFrom: number;
  knownTo: number;
  axis: 'valid' | 'known';
  node: number;
  lower: number;
  upper: number;
}>;

/** Later than any instant: the largest date of ECMAScript, in milliseconds. */
const FOREVER = 8.64e15;

// Figures over many deals are summed from an index alone: hence it goes on with what they are summed and filtered by.
const FORECAST = [
  'processId',
  'stage',
  'category',
  'expectedMonth',
  'ownerId',
  'customerId',
  'amount',
  'validFrom',
  'validTo',
  'knownFrom',
] as const;
const AXES = ['validFrom', 'validTo', 'knownFrom', 'knownTo'] as const;

export const dealSpans: CollectionSpec<DealSpan> = {
  name: 'deal_spans_v1',
  columns: {
    dealId: 'text',
    processId: 'text',
    stage: 'text',
    status: 'text',
    customerId: 'text',
    ownerId: 'text',
    category: 'text',
    amount: 'integer',
    expectedMonth: 'text',
    signedMonth: 'text',
    closedAt: 'integer',
    cycleMs: 'integer',
    validFrom: 'integer',
    validTo: 'integer',
    knownFrom: 'integer',
    knownTo: 'integer',
    axis: 'text',
    node: 'integer',
    lower: 'integer',
    upper: 'integer',
  },
  indexes: {
    stabLower: ['status', 'axis', 'node', 'lower', 'upper', ...FORECAST],
    stabUpper: ['status', 'axis', 'node', 'upper', 'lower', ...FORECAST],
    bySigning: ['status', 'signedMonth', 'ownerId', 'customerId', 'amount', 'cycleMs', ...AXES],
    byClose: ['status', 'closedAt', 'ownerId', ...AXES],
    byOwner: ['ownerId', 'status', 'signedMonth', 'closedAt', 'amount', 'cycleMs', ...AXES],
  },
};

/** What each deal is, and was: the one truth behind board, forecast, performance and leaderboard. */
export const dealHistory: Projection<DealEvent, DealHistory, DealSpan> = {
  name: 'deal-history',
  version: 1,
  holdsPersonalData: true,
  types: Object.keys(dealDecider.types) as DealEvent['type'][],
  documents: {
    name: 'deal_history_v1',
    columns: {
      dealId: 'text',
      processId: 'text',
      stage: 'text',
      status: 'text',
      ownerId: 'text',
      customerId: 'text',
      expectedCloseOn: 'text',
      amount: 'integer',
    },
    indexes: {
      byId: ['dealId'],
      byOwner: ['ownerId', 'status', 'dealId'],
      byCustomer: ['customerId', 'dealId'],
      byStage: ['processId', 'status', 'stage', 'dealId'],
    },
  },
  rows: dealSpans,
  keyOf: (event) => recordIdOf(event, dealDecider.category),
  evolve: (history, event) => {
    const { at, recordedAt } = event.meta;
    const before = history?.spans.findLast(({ validTo, knownTo }) => validTo === null && knownTo === null);
    const known = history && before ? { ...before.state.deal, opened: history.opened } : null;
    const evolved = dealDecider.evolve(known, event, at);
    if (evolved === null) throw new Error(`${event.type} leaves no deal`);
    const { opened, ...deal } = evolved;
    const revision = Number(event.revision);
    const { spans, changed } = withFact(history?.spans ?? [], { revision, deal }, at, recordedAt);
    const rows = changed.map((place) => {
      const span = spans[place];
      return [`${deal.id}~${place}`, span && hasDuration(span) ? rowOf(span) : null] as const;
    });
    return { doc: { ...columnsOf(deal), revision, opened, spans }, rows };
  },
};

const columnsOf = (deal: DealVersion['deal']): Omit<DealHistory, 'revision' | 'opened' | 'spans'> => {
  const { id: dealId, processId, stage, status, ownerId, customerId, expectedCloseOn, amount } = deal;
  return { dealId, processId, stage, status, ownerId, customerId, expectedCloseOn, amount: amount.amount };
};

const rowOf = ({ state: { revision, deal }, ...span }: Span<DealVersion>): DealSpan => {
  const [validFrom, knownFrom] = [millisecondsOf(span.validFrom), millisecondsOf(span.knownFrom)];
  const validTo = span.validTo === null ? FOREVER : millisecondsOf(span.validTo);
  const knownTo = span.knownTo === null ? FOREVER : millisecondsOf(span.knownTo);
  const current = knownTo === FOREVER;
  const [lower, upper] = current ? [validFrom, validTo] : [knownFrom, knownTo];
  return {
    dealId: deal.id,
    revision,
    processId: deal.processId,
    stage: deal.stage,
    status: deal.status,
    name: deal.name,
    customerId: deal.customerId,
    ownerId: deal.ownerId,
    category: deal.forecastCategory,
    amount: deal.amount.amount,
    currency: deal.amount.currency,
    lines: deal.lines,
    expectedCloseOn: deal.expectedCloseOn,
    expectedMonth: deal.expectedCloseOn?.slice(0, 7) ?? null,
    signedOn: deal.signedOn,
    signedMonth: deal.signedOn?.slice(0, 7) ?? null,
    closedAt: deal.closedAt === null ? null : millisecondsOf(deal.closedAt),
    cycleMs: deal.closedAt === null ? null : millisecondsOf(deal.closedAt) - millisecondsOf(deal.openedAt),
    openedAt: deal.openedAt,
    stageSince: deal.stageSince,
    validFrom,
    validTo,
    knownFrom,
    knownTo,
    axis: current ? 'valid' : 'known',
    node: forkNode(lower, upper === FOREVER ? Number.POSITIVE_INFINITY : upper - 1),
    lower,
    upper,
  };
};
