import {
  type CompanyMoney,
  companyMoneyAt,
  companyMoneyProjections,
  type MoneySettings,
} from '#company/exchange-rates/company-money.contract.js';
import type { Bounded } from '#kernel/bounded.js';
import { type CalendarDate, type Instant, millisecondsOf } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import { Replica } from '#projections/replica.js';
import type { ReadStore } from '#read-store/read-store.js';
import { type DealHistory, dealHistory } from '../deal-history/deal-history.projection.js';
import type * as past from '../deal-paths/deal-past.js';
import * as pasts from '../deal-paths/past-readings.js';
import { type PathFilter, type PathVisitor, pathsIn } from '../deal-paths/paths-in.js';
import { comparedIn } from './compared-in.js';
import * as days from './day-numbers.js';
import type * as sums from './deal-groups.js';
import * as selection from './deal-selection.js';
import * as groups from './group-numbers.js';
import * as retelling from './retold.js';
import * as spans from './span-table.js';
import * as view from './span-view.js';

export type DealSelection = selection.DealSelection;
export type DealFilter = selection.DealFilter;
export type Grouping = groups.Grouping;
export type AnyGrouping = groups.AnyGrouping;
export type DealGroups = sums.DealGroups;
export type GroupSum = sums.GroupSum;
export type GroupCount = sums.GroupCount;
export type SpanView = view.SpanView;
export type DealPast = past.DealPast;
export type PastVisitor = pasts.PastVisitor;
export type Retelling = retelling.Retelling;
export const byColumn = groups.byColumn;
export const onlyIn = groups.onlyIn;

/** The read models that the figures of deals are read from. */
export const dealFigureProjections = [dealHistory, ...companyMoneyProjections];

/** `latest`: as of what is stored last, though it may have been stored since the question came. */
type At = Readonly<{ asOf: Instant; knownAt: Instant; latest?: boolean }>;

/** In milliseconds since 1970. */
const timesOf = (table: spans.SpanTable, { asOf, knownAt, latest }: At): past.Times => {
  const earliest = latest === true ? table.index.newest : Number.NEGATIVE_INFINITY;
  return { asOf: Math.max(millisecondsOf(asOf), earliest), knownAt: Math.max(millisecondsOf(knownAt), earliest) };
};

/** All deals as they stood at one instant, on both time axes. */
export class DealsAt {
  private readonly asOf: number;
  private readonly knownAt: number;

  constructor(
    private readonly table: spans.SpanTable,
    private readonly money: CompanyMoney,
    at: At,
  ) {
    ({ asOf: this.asOf, knownAt: this.knownAt } = timesOf(table, at));
  }

  /** The first day on which there was a deal, as known now; null: there is none. */
  firstDay(): CalendarDate | null {
    return this.table.index.firstDay === null ? null : days.dateOfDay(this.table.index.firstDay);
  }

  /** Those that were open. */
  open(): DealSelection {
    return new selection.DealSelection(this.table, this.money, this.table.index.open(this.asOf, this.knownAt));
  }

  /** Those that were won, by the day on which they were signed. */
  won(signed: Bounded<CalendarDate>): DealSelection {
    const from = signed.from === null ? Number.NEGATIVE_INFINITY : days.dayNumberOf(signed.from);
    const to = signed.to === null ? Number.POSITIVE_INFINITY : days.dayNumberOf(signed.to) - 1;
    const rows = this.table.index.won(this.asOf, this.knownAt, from, to);
    return new selection.DealSelection(this.table, this.money, rows);
  }

  /** Those that were lost, by the instant at which they were, in milliseconds since 1970. */
  lost(closed: Bounded<number>): DealSelection {
    const { from, to } = closed;
    const [first, last] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
    const rows = this.table.index.lost(this.asOf, this.knownAt, first, last);
    return new selection.DealSelection(this.table, this.money, rows);
  }

  /** Those that were opened then, in milliseconds since 1970, whatever became of them. */
  opened({ from, to }: Bounded<number>): DealSelection {
    const [first, end] = [from ?? Number.NEGATIVE_INFINITY, to ?? Number.POSITIVE_INFINITY];
    const rows = this.table.opened(this.asOf, this.knownAt, first, end);
    return new selection.DealSelection(this.table, this.money, rows);
  }

  /** Those of the rows, whenever they held: of spans that were seen since nothing else was awaited. */
  ofRows(rows: readonly number[]): DealSelection {
    return new selection.DealSelection(this.table, this.money, Int32Array.from(rows));
  }

  /** Visits what deals of a process, or of all, went through until this instant; see `DealPath` on how to look at it. */
  eachPath(filter: PathFilter, visit: PathVisitor): void {
    pathsIn(this.table, this.money, filter, { asOf: this.asOf, knownAt: this.knownAt }, visit);
  }

  /**
   * Visits each deal of a process that was open at this instant or at an earlier one, or was closed in between: as it was
   * at the earlier one (null: there was no such deal) and at this one, as known now. See `SpanView` on how to look at it.
   */
  comparedWith(earlier: Instant, processId: string, visit: (before: SpanView | null, after: SpanView) => void): void {
    comparedIn(
      this.table,
      this.money,
      processId,
      { from: millisecondsOf(earlier), to: this.asOf, knownAt: this.knownAt },
      visit,
    );
  }
}

/**
 * Figures over all deals as of any instant, computed in memory: a copy of `deal-history` in columns (see `SpanTable`)
 * that is brought up to date before each answer. The first one waits until all of it is there.
 */
export class DealFigures {
  private table = new spans.SpanTable();
  private readonly replica: Replica<DealHistory>;
  private readonly readings = new pasts.PastReadings();
  /** Null: as it was. */
  private retelling: Retelling | null = null;

  constructor(
    store: ReadStore,
    private readonly readModels: ReadModels,
    private readonly settings: MoneySettings,
  ) {
    this.replica = new Replica(dealHistory.documents, store, () => readModels.reach([dealHistory]), {
      put: (_, history) => {
        this.readings.before(history.dealId);
        this.table.put(history);
      },
      clear: () => {
        this.table = new spans.SpanTable();
      },
    });
  }

  /**
   * What was expected to close on these days, or was signed on them, whenever that was so: open amounts at the exchange
   * rates of the instant, so that they tell what deals did and not what rates did. To be visited at once.
   */
  async closing({ from, to }: DateRange, at: At): Promise<DealSelection> {
    const money = await this.upToDate(at);
    const { table } = this;
    const [first, end] = [days.dayNumberOf(from), days.dayNumberOf(to)];
    return new selection.DealSelection(table, money, table.index.closing(first, end));
  }

  /** The deals as they stood then. What is selected must be summed before anything else is awaited. */
  async at(at: At): Promise<DealsAt> {
    const money = await this.upToDate(at);
    return new DealsAt(this.told(), money, at);
  }

  /**
   * Visits each deal with what it had gone through until then, in turns with everybody else: they are all seen as they
   * were when the visit began. It costs by the length of history.
   * @param visitors are shown all of them, one visitor after the other
   */
  async eachPast(at: At, ...visitors: readonly PastVisitor[]): Promise<void> {
    await this.readings.oneByOne(async () => {
      const money = await this.upToDate(at);
      const table = this.told();
      await this.readings.read(visitors, table, money, timesOf(table, at));
    });
  }

  /**
   * Visits what deals of a process, or of all, had gone through until then, in turns with everybody else: see `eachPast`, and
   * `DealPath` on how to look at it. It costs by the deals that the filter is about.
   */
  async eachPath(at: At, filter: PathFilter, visit: PathVisitor): Promise<void> {
    await this.readings.oneByOne(async () => {
      const money = await this.upToDate(at);
      const table = this.told();
      await this.readings.readPaths(visit, filter, table, money, timesOf(table, at));
    });
  }

  private told(): spans.SpanTable {
    return this.retelling === null ? this.table : retelling.retold(this.table, this.retelling);
  }

  /** Looks for what is newer, of all that figures are made of at once: each look may be one at another server. */
  private async upToDate(at: At): Promise<CompanyMoney> {
    const [money] = await Promise.all([companyMoneyAt(this.readModels, this.settings, at), this.replica.upToDate()]);
    return money;
  }

  /** The same deals, with stages and owners told otherwise; they share the copy in memory with these. */
  retold(retelling: Retelling): DealFigures {
    const figures = Object.create(this) as DealFigures;
    figures.retelling = retelling;
    return figures;
  }
}

/** Over deals given directly rather than those of the read models: histories of a what-if, or of a test. */
export const dealsOf = (
  histories: Iterable<Pick<DealHistory, 'dealId' | 'versions' | 'spans'>>,
  money: CompanyMoney,
  at: At,
): DealsAt => {
  const table = new spans.SpanTable();
  for (const history of histories) table.put(history);
  return new DealsAt(table, money, at);
};
