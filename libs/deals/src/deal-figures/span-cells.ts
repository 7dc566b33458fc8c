import type { Deal } from '../domain/deal.state.js';
import type { IntList } from './int-list.js';
import { roomFor } from './row-lists.js';

export const STATUSES = ['Open', 'Won', 'Lost'] as const satisfies readonly Deal['status'][];

/** Columns of texts, as numbers of a dictionary. */
export const TEXT_COLUMNS = [
  'dealId',
  'processId',
  'stage',
  'ownerId',
  'customerId',
  'category',
  'currency',
  'lostReason',
  'competitor',
] as const;
export type TextColumn = (typeof TEXT_COLUMNS)[number];

/** Columns of calendar days, as days since 1970. */
export const DAY_COLUMNS = ['expectedCloseOn', 'signedOn'] as const;
export type DayColumn = (typeof DAY_COLUMNS)[number];

const DOUBLE_COLUMNS = ['amount', 'openedAt', 'closedAt', 'validFrom', 'validTo', 'knownFrom', 'knownTo'] as const;
const INT_COLUMNS = [...TEXT_COLUMNS, ...DAY_COLUMNS, 'revision', 'status', 'firstLine', 'lineCount'] as const;
type DoubleColumn = (typeof DOUBLE_COLUMNS)[number];
type IntColumn = (typeof INT_COLUMNS)[number];

/** Later than any instant: the largest date of ECMAScript, in milliseconds. */
export const FOREVER = 8.64e15;

/**
 * Rows of a kind lie together: of closed deals, of spans of open ones that last on both axes, and of those that ended on
 * one. Most questions are about one or two of them.
 */
export type RowKind = 'closed' | 'lasting' | 'ended';

/** Rows of a kind lie together by so many. */
const BLOCK = 1_024;
const COLUMNS = INT_COLUMNS.length + DOUBLE_COLUMNS.length;

/**
 * Numbers by column and row. The arrays are others when it has grown, which they do one by one: all at once would hold
 * everybody up. Rows of a kind lie in blocks of their own: few of all
 * are asked for most of the time, which so fit into a processor's cache.
 */
export class SpanCells {
  readonly ints: Record<IntColumn, Int32Array>;
  readonly doubles: Record<DoubleColumn, Float64Array>;
  /** Of each block, the kind of its rows. */
  private readonly blocks: RowKind[] = [];
  /** Rows that every column has room for. */
  private capacity = BLOCK;
  /** How many columns, in their order, have room for twice as many already. */
  private lengthened = 0;
  private readonly free: Readonly<Record<RowKind, number[]>> = { closed: [], lasting: [], ended: [] };

  constructor() {
    const ints = INT_COLUMNS.map((column) => [column, new Int32Array(BLOCK)] as const);
    this.ints = Object.fromEntries(ints) as Record<IntColumn, Int32Array>;
    const doubles = DOUBLE_COLUMNS.map((column) => [column, new Float64Array(BLOCK)] as const);
    this.doubles = Object.fromEntries(doubles) as Record<DoubleColumn, Float64Array>;
  }

  /** Number of rows in use. */
  get rows(): number {
    return Object.values(this.free).reduce((rows, free) => rows - free.length, this.end);
  }

  /** Above any row. */
  get end(): number {
    return this.blocks.length * BLOCK;
  }

  /** A row that nobody uses. */
  take(kind: RowKind): number {
    const free = this.free[kind];
    if (free.length === 0) this.addBlock(kind, free);
    return free.pop() as number;
  }

  giveBack(row: number): void {
    this.free[this.kindOf(row)].push(row);
  }

  kindOf(row: number): RowKind {
    return this.blocks[Math.floor(row / BLOCK)] as RowKind;
  }

  /** Whether the row has no end on either axis. */
  lasts(row: number): boolean {
    return this.doubles.validTo[row] === FOREVER && this.doubles.knownTo[row] === FOREVER;
  }

  /** Whether the row held at `asOf` as known at `knownAt`. */
  held(row: number, asOf: number, knownAt: number): boolean {
    const { validFrom, validTo } = this.doubles;
    return (validFrom[row] as number) <= asOf && asOf < (validTo[row] as number) && this.known(row, knownAt);
  }

  known(row: number, at: number): boolean {
    const { knownFrom, knownTo } = this.doubles;
    return (knownFrom[row] as number) <= at && at < (knownTo[row] as number);
  }

  /** Whether the row held at any instant at all. */
  hasDuration(row: number): boolean {
    return (this.doubles.validFrom[row] as number) < (this.doubles.validTo[row] as number);
  }

  /** Those of the listed rows that held at `asOf`, whenever that was known. */
  validAmong(lists: readonly IntList[], asOf: number): Int32Array {
    const { validFrom, validTo } = this.doubles;
    const rows = roomFor(lists);
    let count = 0;
    for (const list of lists) {
      for (let at = 0; at < list.length; at += 1) {
        const row = list.at(at);
        if ((validFrom[row] as number) > asOf || asOf >= (validTo[row] as number)) continue;
        rows[count] = row;
        count += 1;
      }
    }
    return rows.subarray(0, count);
  }

  /** Those of the rows that were known at `knownAt`, in their place. */
  knownAmong(rows: Int32Array, knownAt: number): Int32Array {
    const { knownFrom, knownTo } = this.doubles;
    let count = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      if ((knownFrom[row] as number) > knownAt || knownAt >= (knownTo[row] as number)) continue;
      rows[count] = row;
      count += 1;
    }
    return rows.subarray(0, count);
  }

  /** The same cells but for these columns; good until this one changes. */
  with(columns: Partial<Record<IntColumn, Int32Array>>): SpanCells {
    return Object.create(this, { ints: { value: { ...this.ints, ...columns } } }) as SpanCells;
  }

  private addBlock(kind: RowKind, free: number[]): void {
    const { end } = this;
    this.makeRoom((this.capacity - end) / BLOCK);
    this.blocks.push(kind);
    // They are taken from the end of the list.
    for (let row = end + BLOCK - 1; row >= end; row -= 1) free.push(row);
  }

  /** As the end comes near, as many columns as are left for each of the last blocks: one, where there are many blocks. */
  private makeRoom(blocksLeft: number): void {
    while (COLUMNS - this.lengthened > Math.max(0, blocksLeft - 1)) this.lengthen(this.lengthened++, this.capacity * 2);
    if (blocksLeft > 0) return;
    this.capacity *= 2;
    this.lengthened = 0;
  }

  private lengthen(column: number, capacity: number): void {
    const int = INT_COLUMNS[column];
    const double = DOUBLE_COLUMNS[column - INT_COLUMNS.length];
    if (int !== undefined) this.ints[int] = longer(this.ints[int], new Int32Array(capacity));
    else if (double !== undefined) this.doubles[double] = longer(this.doubles[double], new Float64Array(capacity));
  }
}

/** The empty column, with what the other one has. */
export const longer = <T extends Int32Array | Float64Array>(column: T, empty: T): T => {
  empty.set(column);
  return empty;
};
