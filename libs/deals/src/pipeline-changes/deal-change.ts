import { isWithin } from '#kernel/bounded.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { Deal } from '../domain/deal.state.js';

/** What a deal was at an instant, as far as the pipeline depends on it. */
export type PipelineState = Readonly<{
  status: Deal['status'];
  stage: string;
  ownerId: string | null;
  /** In minor units. */
  amount: number;
  expectedCloseOn: CalendarDate | null;
  /** Of a won deal. */
  signedOn: CalendarDate | null;
  /** Of a closed deal, in milliseconds since 1970. */
  closedAt: number | null;
}>;

/** The ways into the pipeline, and out of it. */
export const ENTRIES = ['created', 'reopened', 'transferredIn', 'pulledIn'] as const;
export const EXITS = ['pushedOut', 'transferredOut', 'won', 'lost'] as const;
export type Entry = (typeof ENTRIES)[number];
export type Exit = (typeof EXITS)[number];

/** Which deals the pipeline consists of: those that are open, and meet this. */
export type PipelineScope = Readonly<{
  /** Null: whoever owns them, or nobody. */
  owners: ReadonlySet<string> | null;
  /** With a close date on these days; null: on whichever, or none. */
  days: DateRange | null;
}>;

/** What a deal adds to each step of the waterfall, in minor units. */
export type DealChange = Readonly<{
  /** What it was worth in the pipeline; null: it was not in it. */
  start: number | null;
  end: number | null;
  entry: Entry | null;
  exit: Exit | null;
  /** What it is worth as it enters or leaves. */
  moved: number;
  /** By how much it grew while it was in the pipeline; below 0: shrank. */
  growth: number;
}>;

/**
 * What became of a deal between two instants, by comparing what it was at both; `before` is null when there was no such
 * deal yet. A deal that came in and was closed in between comes and goes, so that won and lost are complete; what else came
 * and went in between is not seen. So start + entry + growth − exit = end, for the amount and the number of deals.
 * @param from the earlier of the instants, in milliseconds since 1970
 */
export const dealChange = (
  before: PipelineState | null,
  after: PipelineState,
  from: number,
  scope: PipelineScope,
): DealChange => {
  const started = before?.status === 'Open' && isInScope(before, scope);
  const counts = isInScope(after, scope);
  const ended = counts && after.status === 'Open';
  const closed = counts && after.status !== 'Open' && (after.closedAt ?? from) > from;
  const entered = !started && (ended || closed);
  const left = (started || entered) && !ended;
  const worth = after.amount;
  return {
    start: started ? before.amount : null,
    end: ended ? after.amount : null,
    entry: entered ? entryOf(before, scope) : null,
    exit: left ? exitOf(after, closed, scope) : null,
    moved: entered || left ? worth : 0,
    growth: started ? worth - before.amount : 0,
  };
};

const isInScope = (state: PipelineState, scope: PipelineScope): boolean =>
  hasOwner(scope, state) && (scope.days === null || isOn(scope.days, closeDateOf(state)));

const hasOwner = ({ owners }: PipelineScope, state: PipelineState): boolean =>
  owners === null || (state.ownerId !== null && owners.has(state.ownerId));

const isOn = (days: DateRange, date: CalendarDate | null): boolean => date !== null && isWithin(days, date);

/** The close date of a won deal, or else the expected one. */
const closeDateOf = ({ status, signedOn, expectedCloseOn }: PipelineState): CalendarDate | null =>
  status === 'Won' ? signedOn : expectedCloseOn;

const entryOf = (before: PipelineState | null, scope: PipelineScope): Entry => {
  if (before === null) return 'created';
  if (before.status !== 'Open') return 'reopened';
  return hasOwner(scope, before) ? 'pulledIn' : 'transferredIn';
};

const exitOf = (after: PipelineState, closed: boolean, scope: PipelineScope): Exit => {
  if (closed) return after.status === 'Won' ? 'won' : 'lost';
  return hasOwner(scope, after) ? 'pushedOut' : 'transferredOut';
};
