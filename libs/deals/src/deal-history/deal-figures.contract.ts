import type { Instant } from '#kernel/instant.js';
import type { Range, ReadStore, SumRow } from '#read-store/read-store.js';
import type { CategoryOverride } from '../domain/deal.events.js';
import { type DealSpan, dealHistory, dealSpans } from './deal-history.projection.js';
import { heldAt, type SpanFilter, spansAt } from './spans-at.js';

/** The read models that the figures of deals are read from. */
export const dealFigureProjections = [dealHistory];

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** What figures can be split by. By product, each line of a deal counts with its own amount. */
export type Dimension = 'ownerId' | 'customerId' | 'productId';

/** From `from` on, before `to`; null: no bound. */
export type Bounded<T> = Readonly<{ from: T | null; to: T | null }>;

/** `of` holds the values of the dimensions asked for, in their order. Amounts are minor units. */
type Sum = Readonly<{ of: readonly (string | null)[]; deals: number; amount: number }>;

/** `month` is that of the expected close date, null without one; `category` is the override, null: as the stage says. */
export type OpenSum = Sum &
  Readonly<{ processId: string; stage: string; category: CategoryOverride | null; month: string | null }>;

/** `month` is that of the close date; `cycleMs` the sum of the milliseconds from opening to winning. */
export type WonSum = Sum & Readonly<{ month: string; cycleMs: number }>;

export type LostSum = Readonly<{ of: readonly (string | null)[]; deals: number }>;

/** Deals open at the instant, by what decides their place in a forecast. */
export const openDeals = async (
  store: ReadStore,
  at: At,
  by: readonly Dimension[],
  filter: Pick<SpanFilter, 'ownerId'> = {},
): Promise<readonly OpenSum[]> => {
  const groupBy = ['processId', 'stage', 'category', 'expectedMonth'] as const;
  const rows = await summed(store, spansAt('Open', at, filter), [...groupBy], by, ['amount']);
  return rows.map(({ group: [processId, stage, category, month, ...of], count, sums }) => ({
    processId: String(processId),
    stage: String(stage),
    category: category as CategoryOverride | null,
    month: month as string | null,
    of: of as (string | null)[],
    deals: count,
    amount: sums[0] ?? 0,
  }));
};

/** Deals that were won as of the instant, by the month of their close date, with the owner who won them. */
export const wonDeals = async (
  store: ReadStore,
  at: At,
  months: Bounded<string>,
  by: readonly Dimension[],
  ownerId?: string,
): Promise<readonly WonSum[]> => {
  const held = heldAt(at);
  const range = boundsOf('signedMonth', months);
  const index: Range =
    ownerId === undefined
      ? { index: 'bySigning', equals: { status: 'Won' }, filter: held }
      : { index: 'byOwner', equals: { ownerId, status: 'Won' }, filter: held };
  const rows = await summed(store, [{ ...index, ...range }], ['signedMonth'], by, ['amount', 'cycleMs']);
  return rows.map(({ group: [month, ...of], count, sums: [amount = 0, cycleMs = 0] }) => ({
    month: String(month),
    of: of as (string | null)[],
    deals: count,
    amount,
    cycleMs,
  }));
};

/** Deals that were lost as of the instant, by when they were. `closed` is in milliseconds since 1970. */
export const lostDeals = async (
  store: ReadStore,
  at: At,
  closed: Bounded<number>,
  by: readonly Exclude<Dimension, 'productId'>[],
  ownerId?: string,
): Promise<readonly LostSum[]> => {
  const held = heldAt(at);
  const { range } = boundsOf('closedAt', closed);
  const { column, ...bounds } = range ?? {};
  const index: Range =
    ownerId === undefined
      ? { index: 'byClose', equals: { status: 'Lost' }, ...(range && { range }), filter: held }
      : {
          index: 'byOwner',
          equals: { ownerId, status: 'Lost' },
          filter: { ...held, ...(column !== undefined && { [column]: bounds }) },
        };
  const rows = await store.collection(dealSpans).sum([index], { groupBy: by, sums: [] });
  return rows.map(({ group, count }) => ({ of: group as (string | null)[], deals: count }));
};

const boundsOf = <T extends string | number>(column: string, { from, to }: Bounded<T>): Pick<Range, 'range'> =>
  from === null && to === null
    ? {}
    : { range: { column, ...(from !== null && { gte: from }), ...(to !== null && { lt: to }) } };

type Column = 'processId' | 'stage' | 'category' | 'expectedMonth' | 'signedMonth';

/** Sums in the store, but by product: lines are no columns, so their spans are read. */
const summed = async (
  store: ReadStore,
  ranges: readonly Range[],
  groupBy: readonly Column[],
  by: readonly Dimension[],
  sums: readonly ('amount' | 'cycleMs')[],
): Promise<readonly SumRow[]> => {
  const spans = store.collection(dealSpans);
  const columns = by.filter((dimension) => dimension !== 'productId');
  if (columns.length === by.length) return spans.sum(ranges, { groupBy: [...groupBy, ...columns], sums });
  const entries = await spans.find(ranges, { limit: EVERY });
  return entries.flatMap(({ doc }) =>
    partsOf(doc).map(({ productId, amount }) => ({
      group: [
        ...groupBy.map((column) => doc[column] ?? null),
        ...by.map((dimension) => (dimension === 'productId' ? productId : doc[dimension])),
      ],
      count: 1,
      sums: sums.map((column) => (column === 'amount' ? amount : (doc.cycleMs ?? 0))),
    })),
  );
};

/** Above any number of deals; a whole number of 32 bits, as stores want limits to be. */
const EVERY = 2 ** 31 - 1;

const partsOf = ({ lines, amount }: DealSpan): readonly Readonly<{ productId: string | null; amount: number }>[] =>
  lines.length === 0
    ? [{ productId: null, amount }]
    : lines.map((line) => ({ productId: line.productId, amount: line.amount.amount }));
