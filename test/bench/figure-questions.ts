import { type DealHistory, spansOf } from '#deals/deal-history/deal-history.projection.js';
import { type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';

/** What a loop over all spans looks at. */
export type PlainSpan = Readonly<{
  validFrom: number;
  validTo: number;
  knownFrom: number;
  knownTo: number;
  status: string;
  stage: string;
  ownerId: string | null;
  expectedCloseOn: string | null;
  signedOn: string | null;
  amount: number;
}>;

export const plainSpansOf = (history: DealHistory): readonly PlainSpan[] =>
  spansOf(history).map(({ validFrom, validTo, knownFrom, knownTo, state: { deal } }) => ({
    validFrom,
    knownFrom,
    validTo: validTo ?? Number.POSITIVE_INFINITY,
    knownTo: knownTo ?? Number.POSITIVE_INFINITY,
    status: deal.status,
    stage: deal.stage,
    ownerId: deal.ownerId,
    expectedCloseOn: deal.expectedCloseOn,
    signedOn: deal.signedOn,
    amount: deal.amount.amount,
  }));

export type Question = Readonly<{
  name: string;
  path: (asOf: Instant) => string;
  /** The same figures by a loop over all spans in memory; null: not measured. */
  plain: ((spans: readonly PlainSpan[], asOf: number) => unknown) | null;
}>;

const NOW = Date.now();

const scanned =
  (groupOf: (span: PlainSpan) => string | null) =>
  (spans: readonly PlainSpan[], asOf: number): ReadonlyMap<string, number> => {
    const sums = new Map<string, number>();
    for (const span of spans) {
      if (asOf < span.validFrom || span.validTo <= asOf || NOW < span.knownFrom || span.knownTo <= NOW) continue;
      const group = groupOf(span);
      if (group !== null) sums.set(group, (sums.get(group) ?? 0) + span.amount);
    }
    return sums;
  };

/** How many deals were open at the instant, as known now. */
export const openAt = (spans: readonly PlainSpan[], asOf: number): number =>
  spans.reduce(
    (count, { validFrom, validTo, knownFrom, knownTo, status }) =>
      validFrom <= asOf && asOf < validTo && knownFrom <= NOW && NOW < knownTo && status === 'Open' ? count + 1 : count,
    0,
  );

const openByStage = scanned(({ status, stage }) => (status === 'Open' ? stage : null));
const byMonthAndOwner = scanned(({ status, expectedCloseOn, signedOn, ownerId }) => {
  if (status === 'Lost') return null;
  return `${status} ${(signedOn ?? expectedCloseOn ?? '').slice(0, 7)} ${ownerId}`;
});
const wonByOwner = scanned(({ status, ownerId }) => (status === 'Won' ? ownerId : null));

const QUARTER_MS = 91 * 86_400_000;
const quarterBefore = (asOf: Instant): string => instantOf(millisecondsOf(asOf) - QUARTER_MS);
const quarterOf = (asOf: Instant): string => `${asOf.slice(0, 4)}-Q${Math.ceil(Number(asOf.slice(5, 7)) / 3)}`;

/** The first rep of every demo: who was there from the start, and stays. */
const REP = 'esther-ramos';

/** What is asked, as of an instant in the past. */
export const QUESTIONS: readonly Question[] = [
  { name: 'board', path: (asOf) => `/api/pipelines/new-business?asOf=${asOf}`, plain: openByStage },
  {
    name: 'board with the 20 largest deals of each stage',
    path: (asOf) => `/api/pipelines/new-business?cards=20&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'forecast of a quarter, by month and owner',
    path: (asOf) => `/api/forecasts?group=owner&from=${quarterOf(asOf)}&to=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'forecast of all months, by owner',
    path: (asOf) => `/api/forecasts?group=owner&asOf=${asOf}`,
    plain: byMonthAndOwner,
  },
  {
    name: 'forecast by quarter and team',
    path: (asOf) => `/api/forecasts?by=quarter&group=team&asOf=${asOf}`,
    plain: null,
  },
  { name: 'forecast by month and product', path: (asOf) => `/api/forecasts?group=product&asOf=${asOf}`, plain: null },
  {
    name: 'leaderboard of won amounts, all time',
    path: (asOf) => `/api/leaderboards/wonAmount?asOf=${asOf}`,
    plain: wonByOwner,
  },
  {
    name: 'leaderboard of win rates, a quarter',
    path: (asOf) => `/api/leaderboards/winRate?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'leaderboard of activities, a quarter',
    path: (asOf) => `/api/leaderboards/activities?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'stage conversion, deals of a quarter',
    path: (asOf) => `/api/pipelines/new-business/conversion?from=${quarterBefore(asOf)}&to=${asOf}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'slippage of a quarter',
    path: (asOf) =>
      `/api/pipelines/new-business/slippage?from=${quarterBefore(asOf).slice(0, 10)}&to=${asOf.slice(0, 10)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'waterfall of a quarter',
    path: (asOf) => `/api/pipelines/new-business/changes?from=${quarterBefore(asOf)}&to=${asOf}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'report of win rates, a quarter, by owner and product',
    path: (asOf) => `/api/reports/win-rate?second=product&period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'report of coverage, a quarter, by owner',
    path: (asOf) => `/api/reports/coverage?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'report of slippage, a quarter, by owner',
    path: (asOf) => `/api/reports/slippage?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'landing of a rep, a quarter',
    path: (asOf) => `/api/reps/${REP}/landing?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
  {
    name: 'forecast methods',
    path: (asOf) => `/api/forecast-methods?period=${quarterOf(asOf)}&asOf=${asOf}`,
    plain: null,
  },
];
