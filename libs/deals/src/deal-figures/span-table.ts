import { millisecondsOf } from '#kernel/instant.js';
import type { DealHistory, KeptSpan } from '../deal-history/deal-history.projection.js';
import { statesOf } from '../deal-history/version-chain.js';
import type { CreditShare } from '../domain/deal.events.js';
import { dayNumberOf, dayOf } from './day-numbers.js';
import { Dictionary } from './dictionary.js';
import { IntervalsByDay, PointsByDay } from './intervals-by-day.js';
import { LineCells, type LineRange } from './line-cells.js';
import { SpanCells, STATUSES, TEXT_COLUMNS, type TextColumn } from './span-cells.js';

/** Later than any instant: the largest date of ECMAScript, in milliseconds. */
const FOREVER = 8.64e15;
/** In the place of a row: none. */
export const NO_ROW = -1;
const [OPEN, WON] = [STATUSES.indexOf('Open'), STATUSES.indexOf('Won')];

/** A share of a deal, with the number of its rep in the dictionary of owners. */
export type CodedShare = CreditShare & Readonly<{ code: number }>;

/** How a what-if tells stages and owners. */
export type Retelling = Readonly<{
  stageOf: (processId: string, stage: string) => string;
  ownerOf: (ownerId: string | null, customerId: string) => string | null;
}>;

/** Above any number of texts. */
const PAIR = 2 ** 26;

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
  private readonly begunByDay = new PointsByDay();
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

  /** The earliest day on which a deal of any status was there, as days since 1970; null: there is none. */
  get firstDay(): number | null {
    return this.begunByDay.firstDay;
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
      const taken = row === NO_ROW ? this.cells.take() : row;
      rows[place] = taken;
      this.write(taken, deal, state, span, rows[place - 1] ?? taken);
      this.list(taken);
    }
    rows.length = spans.length;
  }

  /**
   * The same rows, with stages and owners told otherwise: for a what-if. It costs by the length of history, some
   * nanoseconds a row, and is good until the table changes.
   */
  retold({ stageOf, ownerOf }: Retelling): SpanTable {
    const retellings = (
      columns: readonly [TextColumn, TextColumn],
      target: TextColumn,
      tell: (first: string | null, second: string | null) => string | null,
    ): Int32Array => {
      const known = new Map<number, number>();
      const told = new Int32Array(this.cells.end);
      const [first, second] = columns;
      for (let row = 0; row < told.length; row += 1) {
        const codes = [this.cells.ints[first][row] as number, this.cells.ints[second][row] as number] as const;
        const pair = codes[0] * PAIR + codes[1];
        let code = known.get(pair);
        if (code === undefined) {
          code = this.texts[target].code(tell(this.texts[first].text(codes[0]), this.texts[second].text(codes[1])));
          known.set(pair, code);
        }
        told[row] = code;
      }
      return told;
    };
    const cells = this.cells.with({
      stage: retellings(['processId', 'stage'], 'stage', (process, of) => stageOf(process ?? '', of ?? '')),
      ownerId: retellings(['ownerId', 'customerId'], 'ownerId', (owner, customer) => ownerOf(owner, customer ?? '')),
    });
    const splits = new Map<number, readonly CodedShare[]>();
    for (const [row, shares] of this.splits) {
      const customerId = this.texts.customerId.text(this.cells.ints.customerId[row] as number) ?? '';
      const told = shares.map((share) => ({
        ...share,
        code: this.texts.ownerId.code(ownerOf(share.repId, customerId)),
      }));
      splits.set(row, told);
    }
    return Object.create(this, { cells: { value: cells }, splits: { value: splits } }) as SpanTable;
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

  /** Visits the rows of deals that were open at `asOf` as known at `knownAt`, each once. */
  open(asOf: number, knownAt: number, visit: (row: number) => void): void {
    const { cells } = this;
    const visitHeld = (row: number): void => {
      if (cells.held(row, asOf, knownAt)) visit(row);
    };
    this.openByValidity.around(asOf, visitHeld);
    this.openByKnowledge.around(knownAt, visitHeld);
  }

  /** The row of the deal that held at `asOf` as known at `knownAt`; NO_ROW when there was no such deal. */
  rowAt(deal: number, asOf: number, knownAt: number): number {
    return this.rowsOfDeals[deal]?.find((row) => this.held(row, asOf, knownAt)) ?? NO_ROW;
  }

  /** Visits the rows of won deals that held then, signed from the day `from` to the day `to`, both included. */
  won(asOf: number, knownAt: number, from: number, to: number, visit: (row: number) => void): void {
    this.wonByDay.between(from, to, (row) => {
      if (this.held(row, asOf, knownAt)) visit(row);
    });
  }

  /** Visits the rows of lost deals that held then, lost from `from` on, before `to`, in milliseconds since 1970. */
  lost(asOf: number, knownAt: number, from: number, to: number, visit: (row: number) => void): void {
    this.lostByDay.between(dayOf(from), dayOf(to), (row) => {
      const closed = this.cells.doubles.closedAt[row] as number;
      if (from <= closed && closed < to && this.held(row, asOf, knownAt)) visit(row);
    });
  }

  /** Visits the rows known at `knownAt` that began to hold after `from`, until `to`, in milliseconds since 1970. */
  begun(from: number, to: number, knownAt: number, visit: (row: number) => void): void {
    this.begunByDay.between(dayOf(from), dayOf(to), (row) => {
      const began = this.cells.doubles.validFrom[row] as number;
      if (from < began && began <= to && this.known(row, knownAt)) visit(row);
    });
  }

  /**
   * Visits the rows that held then of deals that were opened from `from` on, before `to`, in milliseconds since 1970: by
   * what began then, whatever became of them.
   */
  opened(asOf: number, knownAt: number, from: number, to: number, visit: (row: number) => void): void {
    const { ints, doubles } = this.cells;
    this.begun(from - 1, to - 1, knownAt, (row) => {
      // One of the rows of a deal that are known: what it was opened as.
      if (doubles.validFrom[row] !== doubles.openedAt[row]) return;
      const held = this.held(row, asOf, knownAt) ? row : this.rowAt(ints.dealId[row] as number, asOf, knownAt);
      if (held !== NO_ROW) visit(held);
    });
  }

  /**
   * Visits the rows of each deal that are known at `knownAt` and began by `asOf`, deal by deal, oldest first. With them
   * come those without a duration, which hold at no instant: what a deal went through.
   * @param touches only deals of which it is true for some row, known or not
   */
  ofDeals(
    asOf: number,
    knownAt: number,
    touches: ((row: number) => boolean) | null,
    visit: (rows: readonly number[]) => void,
  ): void {
    const { cells } = this;
    // Of those that began at the same instant only one lasted, the last one.
    const oldestFirst = (a: number, b: number): number =>
      (cells.doubles.validFrom[a] as number) - (cells.doubles.validFrom[b] as number) ||
      Number(this.hasDuration(a)) - Number(this.hasDuration(b)) ||
      (cells.ints.revision[a] as number) - (cells.ints.revision[b] as number);
    for (const rows of this.rowsOfDeals) {
      // Numbers of deals begin with 1.
      if (rows === undefined || (touches !== null && !rows.some(touches))) continue;
      const known: number[] = [];
      let isInOrder = true;
      for (const row of rows) {
        if ((cells.doubles.validFrom[row] as number) > asOf || !this.known(row, knownAt)) continue;
        isInOrder &&= known.length === 0 || oldestFirst(known.at(-1) as number, row) <= 0;
        known.push(row);
      }
      if (known.length > 0) visit(isInOrder ? known : known.sort(oldestFirst));
    }
  }

  /**
   * Visits the rows, whenever they held, of open deals that were expected to close and of won ones that were signed from
   * the day `from` on, before the day `to`. It costs by the length of history.
   */
  closing(from: number, to: number, visit: (row: number) => void): void {
    const { cells } = this;
    const dateOf = (row: number): number | null => {
      const status = cells.ints.status[row] as number;
      if (status === OPEN) return cells.ints.expectedCloseOn[row] as number;
      return status === WON ? (cells.ints.signedOn[row] as number) : null;
    };
    for (const rows of this.rowsOfDeals) {
      // Numbers of deals begin with 1.
      for (const row of rows ?? []) {
        const date = dateOf(row);
        if (date !== null && date >= from && date < to) visit(row);
      }
    }
  }

  private known(row: number, at: number): boolean {
    return (this.cells.doubles.knownFrom[row] as number) <= at && at < (this.cells.doubles.knownTo[row] as number);
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

  /** `like` is a row of the same deal, which may have the same lines. */
  private write(row: number, deal: number, state: Version, span: KeptSpan, like: number): void {
    const { ints, doubles } = this.cells;
    const { texts } = this;
    const [, validFrom, validTo, knownFrom, knownTo] = span;
    const { first, count } = this.lines.place(state.lines, [this.linesOf(like), this.linesOf(row)]);
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

  /** Among what is found by time, unless it has no duration and so holds at no instant. */
  private list(row: number): void {
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.add(row, from, to);
    else index.add(row, from);
    this.begunByDay.add(row, dayOf(this.cells.doubles.validFrom[row] as number));
  }

  private unlist(row: number): void {
    if (!this.hasDuration(row)) return;
    const { index, from, to } = this.placeOf(row);
    if (index instanceof IntervalsByDay) index.remove(row, from, to);
    else index.remove(row, from);
    this.begunByDay.remove(row, dayOf(this.cells.doubles.validFrom[row] as number));
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
