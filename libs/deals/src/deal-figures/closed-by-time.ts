import { DAY_MS } from '#kernel/instant.js';
import { Buckets } from './buckets.js';
import { IntList } from './int-list.js';
import { joined } from './row-lists.js';
import type { SpanCells } from './span-cells.js';

/** Long enough that few lists make up all of history, short enough that few rows of a list are outside of what is asked. */
const STRETCH_MS = 32 * DAY_MS;

/** `since`: when the last of those that last began to hold, on either axis, or later; milliseconds since 1970. */
type Stretch = { readonly lasting: IntList; readonly ended: IntList; since: number };

/**
 * Finds rows of closed deals by an instant, `at`, in milliseconds since 1970. Nearly all last, once they began: where none
 * did so since the instant asked about, those that last are listed without a look at any of them.
 */
export class ClosedByTime {
  private readonly stretches = new Buckets<Stretch>(() => ({
    lasting: new IntList(),
    ended: new IntList(),
    since: Number.NEGATIVE_INFINITY,
  }));

  constructor(
    private readonly cells: SpanCells,
    private readonly at: (row: number) => number,
  ) {}

  add(row: number): void {
    const stretch = this.stretches.of(stretchOf(this.at(row)));
    if (!this.cells.lasts(row)) {
      stretch.ended.push(row);
      return;
    }
    const { validFrom, knownFrom } = this.cells.doubles;
    stretch.lasting.push(row);
    stretch.since = Math.max(stretch.since, validFrom[row] as number, knownFrom[row] as number);
  }

  /** Before its cells are written anew. */
  remove(row: number): void {
    const stretch = this.stretches.known(stretchOf(this.at(row)));
    if (this.cells.lasts(row)) stretch?.lasting.remove(row);
    else stretch?.ended.remove(row);
  }

  /** The rows that held then, from `from` on, before `to`; infinite bounds mean all. */
  held(asOf: number, knownAt: number, from: number, to: number): Int32Array {
    const instant = Math.min(asOf, knownAt);
    const parts: Int32Array[] = [];
    this.stretches.between(stretchOf(from), stretchOf(to), ({ lasting, ended, since }, number) => {
      const cut = this.cutTo(number, from, to);
      const heldAmong = (list: IntList): Int32Array =>
        this.cells.knownAmong(this.cells.validAmong([list], asOf), knownAt);
      parts.push(cut(since <= instant ? lasting.values() : heldAmong(lasting)));
      if (ended.length > 0) parts.push(cut(heldAmong(ended)));
    });
    return joined(parts);
  }

  /** The rows, whenever they held, from `from` on, before `to`. */
  between(from: number, to: number): Int32Array {
    const parts: Int32Array[] = [];
    this.stretches.between(stretchOf(from), stretchOf(to), ({ lasting, ended }, number) => {
      const cut = this.cutTo(number, from, to);
      parts.push(cut(lasting.values()), cut(ended.values()));
    });
    return joined(parts);
  }

  /** Leaves the rows of a stretch that are within the bounds: nearly always all. */
  private cutTo(stretch: number, from: number, to: number): (rows: Int32Array) => Int32Array {
    const begin = stretch * STRETCH_MS;
    if (from <= begin && begin + STRETCH_MS <= to) return (rows) => rows;
    return (rows) => rows.filter((row) => from <= this.at(row) && this.at(row) < to);
  }
}

const stretchOf = (instant: number): number => Math.floor(instant / STRETCH_MS);
