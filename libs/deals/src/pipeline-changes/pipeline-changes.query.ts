import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { daysIn } from '#http/days-in.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { type CalendarDate, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { momentIn } from '#kernel/time-zone.js';
import { ReadModels } from '#projections/read-models.js';
import { CursorPage, type PageAsked } from '#read-store/cursor-page.js';
import { type BehindEvent, DealEvents } from '../deal-events/deal-events.js';
import { DealFigures, dealFigureProjections, type SpanView } from '../deal-figures/deal-figures.contract.js';
import { amountOf } from '../deal-figures/span-view.js';
import { largestFirst } from '../deal-pages/deal-pages.contract.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';
import { type DealChange, dealChange, type PipelineState } from './deal-change.js';
import { isInRow, rowsOf, WATERFALL_ROWS, Waterfall, type WaterfallRow } from './waterfall.js';

type ShownStep = Readonly<{ deals: number; amount: Money }>;
type ShownState = Omit<PipelineState, 'amount' | 'closedAt'> & Readonly<{ amount: Money; closedAt: Instant | null }>;

/** A deal that changed; `from` is null when there was no such deal yet. `rows` are the steps that it is in. */
export type ShownChange = Readonly<{
  id: string;
  from: ShownState | null;
  to: ShownState;
  rows: readonly WaterfallRow[];
  /** What happened in between, when a row was asked for. */
  events?: readonly BehindEvent[];
}>;

export type PipelineChanges = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  processId: string;
  from: Instant;
  to: Instant;
  period: string | null;
}> &
  Readonly<Record<WaterfallRow, ShownStep>> &
  Readonly<{ deals: readonly ShownChange[]; next: string | null }>;

export class PipelineChangesQuery extends Query<PipelineChanges> {
  constructor(
    readonly processId: string,
    /** A day begins in the company's time zone. */
    readonly between: Readonly<{ from: Instant | CalendarDate; to: Instant | CalendarDate }>,
    /** Only deals with a close date in it; null: all. */
    readonly period: Period | null,
    readonly filter: OwnerFilter,
    readonly at: ReadAt,
    readonly page: PageAsked & Readonly<{ row: WaterfallRow | null }>,
  ) {
    super();
  }
}

/** What changed in a pipeline between two instants: the waterfall, and the deals behind each of its steps. */
@QueryHandler(PipelineChangesQuery)
export class PipelineChangesHandler implements IQueryHandler<PipelineChangesQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    private readonly events: DealEvents,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, between, period, filter, at, page }: PipelineChangesQuery): Promise<PipelineChanges> {
    const position = await this.readModels.reach(
      [...dealFigureProjections, ...pipelineScopeProjections, ...companyProjections],
      at.after,
    );
    await processAt(this.readModels, processId, at);
    const { calendar, timeZone } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const asked = { from: momentIn(timeZone, between.from), to: momentIn(timeZone, between.to) };
    if (asked.to < asked.from) throw badInput([{ path: 'to', message: 'must not be before from' }]);
    const owners = await ownersAt(this.readModels, filter, at);
    const allowed = owners && new Set(owners);
    const scope = { owners: allowed, days: period && daysIn(calendar, period) };
    // What is not true yet as of then has changed nothing.
    const [from, to] = [earlier(asked.from, at.asOf), earlier(asked.to, at.asOf)];
    const waterfall = new Waterfall();
    const changed = new CursorPage<ChangedDeal, DealPlace>(largestFirst, page);
    const place = new ViewedPlace();
    const began = millisecondsOf(from);
    const deals = await this.figures.at({ asOf: to, knownAt: at.knownAt });
    deals.comparedWith(from, processId, (then, now) => {
      const before = then && creditedTo(allowed, then, 0);
      const after = creditedTo(allowed, now, before?.amount ?? 0);
      const change = dealChange(before, after, began, scope);
      waterfall.add(change);
      const isListed =
        page.row === null ? isChange(change) || hasMoved(before, after, change) : isInRow(change, page.row);
      if (!isListed) return;
      place.lookAt(now, Math.max(change.moved, Math.abs(change.growth), change.start ?? 0, change.end ?? 0));
      if (!changed.wants(place)) return;
      const { dealId, amount } = place;
      changed.add({ dealId, amount, rows: rowsOf(change), from: before && stateOf(before), to: stateOf(after) });
    });
    const { items, next } = changed;
    const listed = items.map(async (deal): Promise<ShownChange> => {
      const { dealId: id, rows } = deal;
      const states = { id, from: deal.from && this.shownState(deal.from), to: this.shownState(deal.to), rows };
      if (page.row === null) return states;
      return { ...states, events: await this.events.between(id, from, to, at.knownAt) };
    });
    return readAnswer(at, position, {
      ...{ processId, from, to, period: period && formatPeriod(period) },
      ...this.shownSteps(waterfall),
      deals: await Promise.all(listed),
      next,
    });
  }

  private shownSteps(waterfall: Waterfall): Readonly<Record<WaterfallRow, ShownStep>> {
    const steps = WATERFALL_ROWS.map((row) => {
      const { deals, amount } = waterfall.rows[row];
      return [row, { deals, amount: this.money(amount) }] as const;
    });
    return Object.fromEntries(steps) as Record<WaterfallRow, ShownStep>;
  }

  private shownState({ amount, closedAt, ...state }: PipelineState): ShownState {
    return { ...state, amount: this.money(amount), closedAt: closedAt === null ? null : instantOf(closedAt) };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

/** `amount` is what the deal weighs in the waterfall, in minor units. */
type DealPlace = Readonly<{ dealId: string; amount: number }>;

/** A deal behind the waterfall, as it was at both instants. */
type ChangedDeal = DealPlace &
  Readonly<{ rows: readonly WaterfallRow[]; from: PipelineState | null; to: PipelineState }>;

/** The place of the deal that is looked at: the same object for all, whose id is read only of those that may be shown. */
class ViewedPlace {
  amount = 0;
  private view: SpanView | null = null;

  lookAt(view: SpanView, amount: number): void {
    this.view = view;
    this.amount = amount;
  }

  get dealId(): string {
    return this.view?.dealId ?? '';
  }
}

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

const isChange = ({ entry, exit, growth }: DealChange): boolean => entry !== null || exit !== null || growth !== 0;

/** A deal of the pipeline that is worth what it was, and yet in another stage, of another owner, or expected at another time. */
const hasMoved = (before: PipelineState | null, after: PipelineState, { start }: DealChange): boolean =>
  before !== null &&
  start !== null &&
  (before.stage !== after.stage ||
    before.ownerId !== after.ownerId ||
    before.expectedCloseOn !== after.expectedCloseOn);

const stateOf = (view: PipelineState): PipelineState => {
  const { status, stage, ownerId, amount, expectedCloseOn, signedOn, closedAt } = view;
  return { status, stage, ownerId, amount, expectedCloseOn, signedOn, closedAt: status === 'Open' ? null : closedAt };
};

/**
 * Of a split deal the shares of these owners alone, as one; nobody's when they have none: it moves with what they had.
 */
const creditedTo = (allowed: ReadonlySet<string> | null, view: SpanView, had: number): PipelineState => {
  if (allowed === null || !view.isSplit) return view;
  const credits = view.credits.filter(({ ownerId }) => ownerId !== null && allowed.has(ownerId));
  const amount = credits.length === 0 ? had : amountOf(credits);
  return { ...stateOf(view), ownerId: credits[0]?.ownerId ?? null, amount };
};
