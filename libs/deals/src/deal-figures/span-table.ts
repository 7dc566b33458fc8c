import { millisecondsOf } from '#kernel/instant.js';
import type { DealHistory, KeptSpan } from '../deal-history/deal-history.projection.js';
import { statesOf } from '../deal-history/version-chain.js';
import type { CreditShare } from '../domain/deal.events.js';
import { dayNumberOf, dayOf, NO_DAY } from './day-numbers.js';
import { Dictionary } from './dictionary.js';
import { IntList } from './int-list.js';
import { IntervalsByDay, PointsByDay } from './intervals-by-day.js';
import { LineCells, type LineRange } from './line-cells.js';
import { among, eachIn, joined } from './row-lists.js';
import { SpanCells, STATUSES, TEXT_COLUMNS, type TextColumn } from './span-cells.js';

/** Later than any instant: the largest date of ECMAScript, in milliseconds. */
const FOREVER = 8.64e15;
/** In the place of a row: none. */
export const NO_ROW = -1;
const [OPEN, WON] = [STATUSES.indexOf('Open'), STATUSES.indexOf('Won')];

/** A share of a deal, with the number of its rep in the dictionary of owners. */
export type CodedShare = CreditShare & Readonly<{ code: number }>;

/** A row is in it that began to hold from `from` on, before `to` (milliseconds), or was expected to close on such days. */
export type Touched = Readonly<{
  /** By the number of its process; null: of whichever. */
  processId: number | null;
  began: Readonly<{ from: number; to: number }>;
  expected: Readonly<{ from: number; to: number }> | null;
}>;

type Version = DealHistory['versions']['latest'];

/**
 * The spans of all deals in columns, in memory. Each row held from `validFrom` until before `validTo`, as was known from
 * `knownFrom` until before `knownTo` (milliseconds since 1970; FOREVER for no end). Rows of open deals are found by what
 * held at an instant: those of current knowledge by valid time, superseded ones by known time, so that a question costs
 * by what was open around then, never by the length of history. Closed ones are found by when they closed.
 */
export class SpanTable {
  readonly texts: Readonly<Record<TextColumn, Dictionary>>;
  readonly lines = new LineCells();
  readonly cells = new SpanCells();
  /** Of rows whose deal is split, which are few: who has which share. */
  readonly splits = new Map<number, readonly CodedShare[]>();

  private readonly openByValidity = new IntervalsByDay();
  private readonly openByKnowledge = new IntervalsByDay();
  private readonly wonByDay = new PointsByDay();
  private readonly lostByDay = new PointsByDay();
  /** Those without a duration too; the few of closed deals by themselves. */
  private readonly begunOpenByDay = new PointsByDay();
  private readonly begunClosedByDay = new PointsByDay();
  private readonly expectedByDay = new PointsByDay();
  private newestBound = Number.NEGATIVE_INFINITY;
  /** By number of the deal, the row of each of its spans. */
  private readonly rowsOfDeals: number[][] = [];

  constructor() {
    const dictionaries = TEXT_COLUMNS.map((column) => [column, new Dictionary()] as const);
    this.texts = Object.fromEntries(dictionaries) as Record<TextColumn, Dictionary>;
  }

  /** Above the number of any deal. */
  get deals(): number {
    return this.rowsOfDeals.length;
  }

  /** Number of rows in use. */
  get rows(): number {
    return this.cells.rows;
  }

  /** The latest bound that a span ever had, on either axis, in milliseconds since 1970: until then something changed. */
  get newest(): number {
    return this.newestBound;
  }

  /** The earliest day on which a deal of any status was there, as days since 1970; null: there is none. */
  get firstDay(): number | null {
    const [open, closed] = [this.begunOpenByDay.firstDay, this.begunClosedByDay.firstDay];
    return open === null || closed === null ? (open ?? closed) : Math.min(open, closed);
  }

  /** Takes the spans of a deal in the place of those it had. */
  put({ dealId, versions, spans }: Pick<DealHistory, 'dealId' | 'versions' | 'spans'>): void {
    const states = statesOf(versions);
    const deal = this.texts.dealId.code(dealId);
    const rows = this.rowsOfDeals[deal] ?? [];
    this.rowsOfDeals[deal] = rows;
    for (let place = 0; place < Math.max(spans.length, rows.length); place += 1) {
      const span = spans[place];
      const row = rows[place] ?? NO_ROW;
      const state = span && (states[span[0]] as Version);
      if (span !== undefined && state !== undefined && row !== NO_ROW && this.isSame(row, state, span)) continue;
      if (row !== NO_ROW) this.unlist(row);
      if (span === undefined || state === undefined) {
        this.cells.giveBack(row);
        continue;
      }
      const taken = this.rowFor(row, state, span);
      rows[place] = taken;
      this.write(taken, deal, state, span, [row === NO_ROW ? taken : row, rows[place - 1] ?? taken]);
      this.list(taken);
    }
    rows.length = spans.length;
  }

  /** Who has which share of the deal; undefined: it is not split. */
  splitOf(row: number): readonly CodedShare[] | undefined {
    return this.splits.size === 0 ? undefined : this.splits.get(row);
  }

  /** Where the lines of the deal are. */
  linesOf(row: number): LineRange {
    return { first: this.cells.ints.firstLine[row] as number, count: this.cells.ints.lineCount[row] as number };
  }

  /** Whether the row held at `asOf` as known at `knownAt`. */
  held(row: number, asOf: number, knownAt: number): boolean {
    return this.cells.held(row, asOf, knownAt);
  }

  /** The rows of deals that were open at `asOf` as known at `knownAt`. */
  open(asOf: number, knownAt: number): Int32Array {
    const current = this.cells.validAmong(this.openByValidity.around(asOf), asOf);
    // Most questions: nothing was recorded since.
    if (knownAt >= this.newest) return current;
    const superseded = this.cells.validAmong(this.openByKnowledge.around(knownAt), asOf);
    return this.cells.knownAmong(joined([current, superseded]), knownAt);
  }

  /** The rows of all spans of the deal, by its number. */
  rowsOf(deal: number): readonly number[] {
    return this.rowsOfDeals[deal] ?? [];
  }

  /** The row of the deal that held at `asOf` as known at `knownAt`; NO_ROW when there was no such deal. */
  rowAt(deal: number, asOf: number, knownAt: number): number {
    return this.rowsOf(deal).find((row) => this.held(row, asOf, knownAt)) ?? NO_ROW;
  }

  /** The rows of won deals that held then, signed from the day `from` to the day `to`, both included. */
  won(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    return this.heldAmong(this.wonByDay.between(from, to), asOf, knownAt);
  }

  /** The rows of lost deals that held then, lost from `from` on, before `to`, in milliseconds since 1970. */
  lost(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    const { closedAt } = this.cells.doubles;
    return this.heldAmong(this.lostByDay.between(dayOf(from), dayOf(to)), asOf, knownAt).filter((row) => {
      const closed = closedAt[row] as number;
      return from <= closed && closed < to;
    });
  }

  /** The rows of closed deals known at `knownAt` that began to hold after `from`, until `to`, in milliseconds since 1970. */
  closed(from: number, to: number, knownAt: number): Int32Array {
    const lists = this.begunClosedByDay.between(dayOf(from), dayOf(to));
    return among(lists, (row) => this.hasBegun(row, from, to, knownAt));
  }

  /** The rows known at `knownAt` that began to hold after `from`, until `to`, in milliseconds since 1970. */
  begun(from: number, to: number, knownAt: number): Int32Array {
    return among(this.begunOn(dayOf(from), dayOf(to)), (row) => this.hasBegun(row, from, to, knownAt));
  }

  private begunOn(from: number, to: number): readonly IntList[] {
    return [...this.begunOpenByDay.between(from, to), ...this.begunClosedByDay.between(from, to)];
  }

  private hasBegun(row: number, from: number, to: number, knownAt: number): boolean {
    const began = this.cells.doubles.validFrom[row] as number;
    return from < began && began <= to && this.hasDuration(row) && this.known(row, knownAt);
  }

  /**
   * The rows that held then of deals that were opened from `from` on, before `to`, in milliseconds since 1970: by what
   * began then, whatever became of them.
   */
  opened(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    const { ints, doubles } = this.cells;
    const { validFrom, openedAt } = doubles;
    return (
      // One of the rows of a deal that are known: what it was opened as.
      this.begun(from - 1, to - 1, knownAt)
        .filter((row) => validFrom[row] === openedAt[row])
        .map((row) => (this.held(row, asOf, knownAt) ? row : this.rowAt(ints.dealId[row] as number, asOf, knownAt)))
        .filter((row) => row !== NO_ROW)
    );
  }

  /**
   * Visits the rows of each deal that are known at `knownAt` and began by `asOf`, deal by deal, oldest first: see `pathOf`.
   * @param touched only deals of which a row, known or not, is in one of the stretches; null: all, by the length of history
   */
  ofDeals(asOf: number, knownAt: number, touched: Touched | null, visit: (rows: readonly number[]) => void): void {
    const deals = touched === null ? this.rowsOfDeals.keys() : this.dealsIn(touched);
    for (const deal of deals) {
      const rows = this.pathOf(deal, asOf, knownAt);
      if (rows.length > 0) visit(rows);
    }
  }

  /**
   * The rows of the deal that are known at `knownAt` and began by `asOf`, oldest first. With them come those without a
   * duration, which hold at no instant: what a deal went through. Good until the table changes.
   */
  pathOf(deal: number, asOf: number, knownAt: number): readonly number[] {
    const { validFrom } = this.cells.doubles;
    const isTold = (row: number): boolean => (validFrom[row] as number) <= asOf && this.known(row, knownAt);
    const rows = this.rowsOf(deal);
    // Of most deals these are all of its rows as they are: a list for each would take longer than looking at them.
    const told = rows.every(isTold) ? rows : rows.filter(isTold);
    const isInOrder = told.every((row, at) => at === 0 || this.oldestFirst(told[at - 1] as number, row) <= 0);
    return isInOrder ? told : told.toSorted((a, b) => this.oldestFirst(a, b));
  }

  /** Of those that began at the same instant only one lasted, the last one. */
  private oldestFirst(a: number, b: number): number {
    const { ints, doubles } = this.cells;
    return (
      (doubles.validFrom[a] as number) - (doubles.validFrom[b] as number) ||
      Number(this.hasDuration(a)) - Number(this.hasDuration(b)) ||
      (ints.revision[a] as number) - (ints.revision[b] as number)
    );
  }

  /** Numbers of the deals, in ascending order. */
  private dealsIn({ processId, began, expected }: Touched): Iterable<number> {
    const { dealId, processId: process } = this.cells.ints;
    const marked = new Uint8Array(this.deals);
    const mark = (row: number): void => {
      if (processId === null || process[row] === processId) marked[dealId[row] as number] = 1;
    };
    const { validFrom } = this.cells.doubles;
    eachIn(this.begunOn(dayOf(began.from), dayOf(began.to)), (row) => {
      const at = validFrom[row] as number;
      if (began.from <= at && at < began.to) mark(row);
    });
    if (expected !== null) eachIn(this.expectedByDay.between(expected.from, expected.to - 1), mark);
    const deals = new IntList();
    for (let deal = 0; deal < marked.length; deal += 1) if (marked[deal] === 1) deals.push(deal);
    return deals.values();
  }

  /**
   * The rows, whenever they held, of open deals that were expected to close and of won ones that were signed from the day
   * `from` on, before the day `to`.
   */
  closing(from: number, to: number): Int32Array {
    const { status } = this.cells.ints;
    const isOpen = (row: number): boolean => status[row] === OPEN;
    const won = this.wonByDay.between(from, to - 1);
    return joined([among(this.expectedByDay.between(from, to - 1), isOpen), among(won, () => true)]);
  }

  private heldAmong(lists: readonly IntList[], asOf: number, knownAt: number): Int32Array {
    return this.cells.knownAmong(this.cells.validAmong(lists, asOf), knownAt);
  }

  private known(row: number, at: number): boolean {
    return (this.cells.doubles.knownFrom[row] as number) <= at && at < (this.cells.doubles.knownTo[row] as number);
  }

  /** The row itself, if it was of such a span before, or another one. */
  private rowFor(row: number, { status }: Version, [, , validTo, , knownTo]: KeptSpan): number {
    const isLasting = status === 'Open' && validTo === null && knownTo === null;
    if (row !== NO_ROW && this.cells.isForLasting(row) === isLasting) return row;
    if (row !== NO_ROW) this.cells.giveBack(row);
    return this.cells.take(isLasting);
  }

  private isSame(row: number, state: Version, [, validFrom, validTo, knownFrom, knownTo]: KeptSpan): boolean {
    const { cells } = this;
    return (
      (cells.ints.revision[row] as number) === state.revision &&
      (cells.doubles.validFrom[row] as number) === validFrom &&
      (cells.doubles.validTo[row] as number) === (validTo ?? FOREVER) &&
      (cells.doubles.knownFrom[row] as number) === knownFrom &&
      (cells.doubles.knownTo[row] as number) === (knownTo ?? FOREVER) &&
      // What was said of somebody may be erased, without any other difference.
      (cells.ints.lostReason[row] as number) === this.texts.lostReason.code(state.lostReason)
    );
  }

  /** `like` are rows of the same deal, which may have the same lines. */
  private write(row: number, deal: number, state: Version, span: KeptSpan, like: readonly number[]): void {
    const { ints, doubles } = this.cells;
    const { texts } = this;
    const [, validFrom, validTo, knownFrom, knownTo] = span;
    const { first, count } = this.lines.place(
      state.lines,
      like.map((each) => this.linesOf(each)),
    );
    ints.dealId[row] = deal;
    ints.processId[row] = texts.processId.code(state.processId);
    ints.stage[row] = texts.stage.code(state.stage);
    ints.ownerId[row] = texts.ownerId.code(state.ownerId);
    ints.customerId[row] = texts.customerId.code(state.customerId);
    ints.category[row] = texts.category.code(state.forecastCategory);
    ints.currency[row] = texts.currency.code(state.amount.currency);
    ints.lostReason[row] = texts.lostReason.code(state.lostReason);
    ints.competitor[row] = texts.competitor.code(state.competitor);
    ints.expectedCloseOn[row] = dayNumberOf(state.expectedCloseOn);
    ints.signedOn[row] = dayNumberOf(state.signedOn);
    ints.revision[row] = state.revision;
    ints.status[row] = STATUSES.indexOf(state.status);
    ints.firstLine[row] = first;
    ints.lineCount[row] = count;
    doubles.amount[row] = state.amount.amount;
    doubles.openedAt[row] = millisecondsOf(state.openedAt);
    doubles.closedAt[row] = state.closedAt === null ? FOREVER : millisecondsOf(state.closedAt);
    doubles.validFrom[row] = validFrom;
    doubles.validTo[row] = validTo ?? FOREVER;
    doubles.knownFrom[row] = knownFrom;
    doubles.knownTo[row] = knownTo ?? FOREVER;
    this.newestBound = Math.max(this.newestBound, validFrom, validTo ?? validFrom, knownFrom, knownTo ?? knownFrom);
    if (state.split === null) this.splits.delete(row);
    else
      this.splits.set(
        row,
        state.split.map((share) => ({ ...share, code: texts.ownerId.code(share.repId) })),
      );
  }

  /** Among what is found by time; by what held at an instant, unless it has no duration. */
  private list(row: number): void {
    const { ints, doubles } = this.cells;
    this.begunOf(row).add(row, dayOf(doubles.validFrom[row] as number));
    const expected = ints.expectedCloseOn[row] as number;
    if (expected !== NO_DAY) this.expectedByDay.add(row, expected);
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.add(row, from, to);
    else index.add(row, from);
  }

  private unlist(row: number): void {
    const { ints, doubles } = this.cells;
    this.begunOf(row).remove(row, dayOf(doubles.validFrom[row] as number));
    const expected = ints.expectedCloseOn[row] as number;
    if (expected !== NO_DAY) this.expectedByDay.remove(row, expected);
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.remove(row, from, to);
    else index.remove(row, from);
  }

  private begunOf(row: number): PointsByDay {
    return this.cells.ints.status[row] === OPEN ? this.begunOpenByDay : this.begunClosedByDay;
  }

  private hasDuration(row: number): boolean {
    return (this.cells.doubles.validFrom[row] as number) < (this.cells.doubles.validTo[row] as number);
  }

  private placeOf(row: number): Readonly<{ index: IntervalsByDay | PointsByDay; from: number; to: number }> {
    const { cells } = this;
    const status = cells.ints.status[row] as number;
    if (status === WON) return { index: this.wonByDay, from: cells.ints.signedOn[row] as number, to: 0 };
    if (status !== OPEN) return { index: this.lostByDay, from: dayOf(cells.doubles.closedAt[row] as number), to: 0 };
    const knownTo = cells.doubles.knownTo[row] as number;
    if (knownTo !== FOREVER)
      return { index: this.openByKnowledge, from: cells.doubles.knownFrom[row] as number, to: knownTo };
    return {
      index: this.openByValidity,
      from: cells.doubles.validFrom[row] as number,
      to: cells.doubles.validTo[row] as number,
    };
  }
}
