import { DAY_MS } from '#kernel/instant.js';
import { ClosedByTime } from './closed-by-time.js';
import { dayOf, NO_DAY } from './day-numbers.js';
import type { IntList } from './int-list.js';
import { IntervalsByDay, PointsByDay } from './intervals-by-day.js';
import { among, joined } from './row-lists.js';
import { FOREVER, type SpanCells, STATUSES } from './span-cells.js';

const [OPEN, WON] = [STATUSES.indexOf('Open'), STATUSES.indexOf('Won')];

/**
 * Finds rows by time. Those of open deals by what held at an instant: current knowledge by valid time, superseded by known
 * time, so that a question costs by what was open around then, never by the length of history. Closed ones by when they
 * closed, all by when they began, and by when they were expected to close.
 */
export class SpanIndex {
  private readonly openByValidity = new IntervalsByDay();
  private readonly openByKnowledge = new IntervalsByDay();
  private readonly wonBySigning: ClosedByTime;
  private readonly lostByClosing: ClosedByTime;
  /** Those without a duration too; the few of closed deals by themselves. */
  private readonly begunOpenByDay = new PointsByDay();
  private readonly begunClosedByDay = new PointsByDay();
  private readonly expectedByDay = new PointsByDay();
  private newestBound = Number.NEGATIVE_INFINITY;

  constructor(private readonly cells: SpanCells) {
    this.wonBySigning = new ClosedByTime(cells, (row) => (cells.ints.signedOn[row] as number) * DAY_MS);
    this.lostByClosing = new ClosedByTime(cells, (row) => cells.doubles.closedAt[row] as number);
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

  add(row: number): void {
    const { ints, doubles } = this.cells;
    this.begunOf(row).add(row, dayOf(doubles.validFrom[row] as number));
    const expected = ints.expectedCloseOn[row] as number;
    if (expected !== NO_DAY) this.expectedByDay.add(row, expected);
    this.raiseNewest(row);
    if (!this.cells.hasDuration(row)) return;
    const closed = this.closedOf(row);
    if (closed !== null) {
      closed.add(row);
      return;
    }
    const { index, from, to } = this.placeOf(row);
    index.add(row, from, to);
  }

  /** Before its cells are written anew. */
  remove(row: number): void {
    const { ints, doubles } = this.cells;
    this.begunOf(row).remove(row, dayOf(doubles.validFrom[row] as number));
    const expected = ints.expectedCloseOn[row] as number;
    if (expected !== NO_DAY) this.expectedByDay.remove(row, expected);
    if (!this.cells.hasDuration(row)) return;
    const closed = this.closedOf(row);
    if (closed !== null) {
      closed.remove(row);
      return;
    }
    const { index, from, to } = this.placeOf(row);
    index.remove(row, from, to);
  }

  /** The rows of deals that were open at `asOf` as known at `knownAt`. */
  open(asOf: number, knownAt: number): Int32Array {
    const current = this.cells.validAmong(this.openByValidity.around(asOf), asOf);
    // Most questions: nothing was recorded since.
    if (knownAt >= this.newest) return current;
    const superseded = this.cells.validAmong(this.openByKnowledge.around(knownAt), asOf);
    return this.cells.knownAmong(joined([current, superseded]), knownAt);
  }

  /** The rows of won deals that held then, signed from the day `from` to the day `to`, both included. */
  won(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    return this.wonBySigning.held(asOf, knownAt, from * DAY_MS, (to + 1) * DAY_MS);
  }

  /** The rows of lost deals that held then, lost from `from` on, before `to`, in milliseconds since 1970. */
  lost(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    return this.lostByClosing.held(asOf, knownAt, from, to);
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

  /** Lists of the rows, known or not, that began to hold from the day `from` to the day `to`, both included. */
  begunOn(from: number, to: number): readonly IntList[] {
    return [...this.begunOpenByDay.between(from, to), ...this.begunClosedByDay.between(from, to)];
  }

  /** Lists of the rows, known or not, that were expected to close from the day `from` to the day `to`, both included. */
  expectedOn(from: number, to: number): readonly IntList[] {
    return this.expectedByDay.between(from, to);
  }

  private hasBegun(row: number, from: number, to: number, knownAt: number): boolean {
    const began = this.cells.doubles.validFrom[row] as number;
    return from < began && began <= to && this.cells.hasDuration(row) && this.cells.known(row, knownAt);
  }

  /**
   * The rows, whenever they held, of open deals that were expected to close and of won ones that were signed from the day
   * `from` on, before the day `to`.
   */
  closing(from: number, to: number): Int32Array {
    const { status } = this.cells.ints;
    const isOpen = (row: number): boolean => status[row] === OPEN;
    const won = this.wonBySigning.between(from * DAY_MS, to * DAY_MS);
    return joined([among(this.expectedByDay.between(from, to - 1), isOpen), won]);
  }

  private raiseNewest(row: number): void {
    const { validFrom, validTo, knownFrom, knownTo } = this.cells.doubles;
    for (const bounds of [validFrom, validTo, knownFrom, knownTo]) {
      const bound = bounds[row] as number;
      if (bound !== FOREVER && bound > this.newestBound) this.newestBound = bound;
    }
  }

  private begunOf(row: number): PointsByDay {
    return this.cells.ints.status[row] === OPEN ? this.begunOpenByDay : this.begunClosedByDay;
  }

  /** Null: the row is of an open deal. */
  private closedOf(row: number): ClosedByTime | null {
    const status = this.cells.ints.status[row] as number;
    if (status === OPEN) return null;
    return status === WON ? this.wonBySigning : this.lostByClosing;
  }

  /** Of a row of an open deal. */
  private placeOf(row: number): Readonly<{ index: IntervalsByDay; from: number; to: number }> {
    const { validFrom, validTo, knownFrom, knownTo } = this.cells.doubles;
    const until = knownTo[row] as number;
    if (until !== FOREVER) return { index: this.openByKnowledge, from: knownFrom[row] as number, to: until };
    return { index: this.openByValidity, from: validFrom[row] as number, to: validTo[row] as number };
  }
}
