import { millisecondsOf } from '#kernel/instant.js';
import type { DealHistory, KeptSpan } from '../deal-history/deal-history.projection.js';
import { statesOf } from '../deal-history/version-chain.js';
import type { CreditShare } from '../domain/deal.events.js';
import { dayNumberOf, dayOf } from './day-numbers.js';
import { Dictionary } from './dictionary.js';
import { LineCells, type LineRange } from './line-cells.js';
import { eachIn } from './row-lists.js';
import { FOREVER, SpanCells, STATUSES, TEXT_COLUMNS, type TextColumn } from './span-cells.js';
import { SpanIndex } from './span-index.js';

/** In the place of a row: none. */
export const NO_ROW = -1;

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
 * `knownFrom` until before `knownTo` (milliseconds since 1970; FOREVER for no end). They are found by time (`index`) or by
 * deal.
 */
export class SpanTable {
  readonly texts: Readonly<Record<TextColumn, Dictionary>>;
  readonly lines = new LineCells();
  readonly cells = new SpanCells();
  readonly index = new SpanIndex(this.cells);
  /** Of rows whose deal is split, which are few: who has which share. */
  readonly splits = new Map<number, readonly CodedShare[]>();

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
      if (row !== NO_ROW) this.index.remove(row);
      if (span === undefined || state === undefined) {
        this.cells.giveBack(row);
        continue;
      }
      const taken = this.rowFor(row, state, span);
      rows[place] = taken;
      this.write(taken, deal, state, span, [row === NO_ROW ? taken : row, rows[place - 1] ?? taken]);
      this.index.add(taken);
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

  /** The rows of all spans of the deal, by its number. */
  rowsOf(deal: number): readonly number[] {
    return this.rowsOfDeals[deal] ?? [];
  }

  /** The row of the deal that held at `asOf` as known at `knownAt`; NO_ROW when there was no such deal. */
  rowAt(deal: number, asOf: number, knownAt: number): number {
    return this.rowsOf(deal).find((row) => this.held(row, asOf, knownAt)) ?? NO_ROW;
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
      this.index
        .begun(from - 1, to - 1, knownAt)
        .filter((row) => validFrom[row] === openedAt[row])
        .map((row) => (this.held(row, asOf, knownAt) ? row : this.rowAt(ints.dealId[row] as number, asOf, knownAt)))
        .filter((row) => row !== NO_ROW)
    );
  }

  /**
   * The rows of the deal that are known at `knownAt` and began by `asOf`, oldest first. With them come those without a
   * duration, which hold at no instant: what a deal went through. Good until the table changes.
   */
  pathOf(deal: number, asOf: number, knownAt: number): readonly number[] {
    const { validFrom } = this.cells.doubles;
    const isTold = (row: number): boolean => (validFrom[row] as number) <= asOf && this.cells.known(row, knownAt);
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
      Number(this.cells.hasDuration(a)) - Number(this.cells.hasDuration(b)) ||
      (ints.revision[a] as number) - (ints.revision[b] as number)
    );
  }

  /** By number of the deal: 1 when a row of it, known or not, is in one of the stretches, or else 0. */
  dealsIn({ processId, began, expected }: Touched): Uint8Array {
    const { dealId, processId: process } = this.cells.ints;
    const marked = new Uint8Array(this.deals);
    const mark = (row: number): void => {
      if (processId === null || process[row] === processId) marked[dealId[row] as number] = 1;
    };
    const { validFrom } = this.cells.doubles;
    eachIn(this.index.begunOn(dayOf(began.from), dayOf(began.to)), (row) => {
      const at = validFrom[row] as number;
      if (began.from <= at && at < began.to) mark(row);
    });
    if (expected !== null) eachIn(this.index.expectedOn(expected.from, expected.to - 1), mark);
    return marked;
  }

  /** The row itself, if it was of such a span before, or another one. */
  private rowFor(row: number, { status }: Version, [, , validTo, , knownTo]: KeptSpan): number {
    const kind = status !== 'Open' ? 'closed' : validTo === null && knownTo === null ? 'lasting' : 'ended';
    if (row !== NO_ROW && this.cells.kindOf(row) === kind) return row;
    if (row !== NO_ROW) this.cells.giveBack(row);
    return this.cells.take(kind);
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
    if (state.split === null) this.splits.delete(row);
    else
      this.splits.set(
        row,
        state.split.map((share) => ({ ...share, code: texts.ownerId.code(share.repId) })),
      );
  }
}
