import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import { type Projection, recordIdOf } from '#projections/projection.js';
import type { DealEvent } from '../domain/deal.events.js';
import { type DealNow, dealDecider, evolveDeal } from '../domain/deal.state.js';
import { correctedVersions } from './corrected-versions.js';
import { isCurrent, type Span, spanAt, withFact } from './spans.js';
import { stateAt, statesOf, type VersionChain, withVersion } from './version-chain.js';

/** A deal in a state that its event at `revision` began; how it was opened is kept once, beside the versions. */
export type DealVersion = Readonly<{ revision: number; deal: Omit<DealNow, 'opened'> }>;

/** A version as it is kept: flat, so that its neighbours in the chain differ in little. */
type KeptVersion = DealVersion['deal'] & Readonly<{ revision: number }>;

/**
 * When which version held: its place in the chain, then the bounds on both axes, in milliseconds since 1970; null for
 * no end. A tuple, as there are many.
 */
export type KeptSpan = readonly [
  version: number,
  validFrom: number,
  validTo: number | null,
  knownFrom: number,
  knownTo: number | null,
];

/**
 * A deal with every state it ever had, on both time axes, in few bytes: read it by `spansOf`. The columns are of its
 * latest state.
 */
export type DealHistory = Readonly<{
  dealId: string;
  revision: number;
  processId: string;
  stage: string;
  status: DealNow['status'];
  ownerId: string | null;
  customerId: string;
  expectedCloseOn: CalendarDate | null;
  amount: number;
  opened: DealNow['opened'];
  versions: VersionChain<KeptVersion>;
  spans: readonly KeptSpan[];
}>;

/** What each deal is, and was: the one truth behind board, forecast, performance and leaderboard. */
export const dealHistory: Projection<DealEvent, DealHistory> = {
  name: 'deal-history',
  version: 3,
  holdsPersonalData: true,
  types: Object.keys(dealDecider.types) as DealEvent['type'][],
  documents: {
    name: 'deal_history_v3',
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
    inWritingOrder: true,
  },
  keyOf: (event) => recordIdOf(event, dealDecider.category),
  evolve: (history, event) => {
    const { at } = event.meta;
    const recordedAt = millisecondsOf(event.meta.recordedAt);
    const { opened, ...deal } = evolveDeal(history && dealOf(history), event, at);
    const revision = Number(event.revision);
    const columns = { ...columnsOf(deal), revision, opened };
    const before = (history?.spans ?? []).map(spanOf);
    if (history && event.type === 'DealCorrected') {
      const { versions, spans } = correctedVersions(history.versions, before, event.data, revision, recordedAt);
      return { doc: { ...columns, versions, spans: spans.map(keptSpanOf) } };
    }
    const versions = withVersion(history?.versions ?? null, { ...deal, revision });
    const spans = withFact(before, versions.before.length, millisecondsOf(at), recordedAt);
    return { doc: { ...columns, versions, spans: spans.map(keptSpanOf) } };
  },
};

/** The deal as it stood at `asOf` by what was known at `knownAt`; of what is known to be now, with its latest revision. */
export const dealAt = (history: DealHistory, asOf: Instant, knownAt: Instant): DealVersion | null => {
  const span = spanAt(history.spans.map(spanOf), millisecondsOf(asOf), millisecondsOf(knownAt));
  if (span === null) return null;
  const { revision, ...deal } = stateAt(history.versions, span.state);
  return { revision: isCurrent(span) ? history.revision : revision, deal };
};

/** Every span of the deal. Some have no duration: see `hasDuration`. */
export const spansOf = ({ versions, spans }: DealHistory): readonly Span<DealVersion>[] => {
  const states = statesOf(versions).map(({ revision, ...deal }) => ({ revision, deal }));
  return spans.map((kept) => {
    const { state, ...bounds } = spanOf(kept);
    return { ...bounds, state: states[state] as DealVersion };
  });
};

const dealOf = ({ versions: { latest }, opened }: DealHistory): DealNow => {
  const { revision, ...deal } = latest;
  return { ...deal, opened };
};

const columnsOf = (deal: DealVersion['deal']): Omit<DealHistory, 'revision' | 'opened' | 'versions' | 'spans'> => {
  const { id: dealId, processId, stage, status, ownerId, customerId, expectedCloseOn, amount } = deal;
  return { dealId, processId, stage, status, ownerId, customerId, expectedCloseOn, amount: amount.amount };
};

const spanOf = ([state, validFrom, validTo, knownFrom, knownTo]: KeptSpan): Span<number> => {
  return { validFrom, validTo, knownFrom, knownTo, state };
};

const keptSpanOf = ({ state, validFrom, validTo, knownFrom, knownTo }: Span<number>): KeptSpan => {
  return [state, validFrom, validTo, knownFrom, knownTo];
};
