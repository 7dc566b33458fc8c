import type { Deal } from '../domain/deal.state.js';

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
export type DayColumn = 'expectedCloseOn' | 'signedOn';

const DOUBLE_COLUMNS = ['amount', 'openedAt', 'closedAt', 'validFrom', 'validTo', 'knownFrom', 'knownTo'] as const;
export const DAY_COLUMNS = ['expectedCloseOn', 'signedOn'] as const satisfies readonly DayColumn[];
const INT_COLUMNS = [...TEXT_COLUMNS, ...DAY_COLUMNS, 'revision', 'status', 'firstLine', 'lineCount'] as const;
export type DoubleColumn = (typeof DOUBLE_COLUMNS)[number];
export type IntColumn = (typeof INT_COLUMNS)[number];

const FIRST_CAPACITY = 1_024;

/** Numbers by column and row. The arrays are others when it has grown. */
export class SpanCells {
  readonly ints: Record<IntColumn, Int32Array>;
  readonly doubles: Record<DoubleColumn, Float64Array>;
  private readonly free: number[] = [];
  private size = 0;

  constructor() {
    const ints = INT_COLUMNS.map((column) => [column, new Int32Array(FIRST_CAPACITY)] as const);
    this.ints = Object.fromEntries(ints) as Record<IntColumn, Int32Array>;
    const doubles = DOUBLE_COLUMNS.map((column) => [column, new Float64Array(FIRST_CAPACITY)] as const);
    this.doubles = Object.fromEntries(doubles) as Record<DoubleColumn, Float64Array>;
  }

  /** Number of rows in use. */
  get rows(): number {
    return this.size - this.free.length;
  }

  /** Above any row. */
  get end(): number {
    return this.size;
  }

  /** A row that nobody uses. */
  take(): number {
    const freed = this.free.pop();
    if (freed !== undefined) return freed;
    if (this.size === this.ints.revision.length) this.grow();
    this.size += 1;
    return this.size - 1;
  }

  giveBack(row: number): void {
    this.free.push(row);
  }

  /** Whether the row held at `asOf` as known at `knownAt`. */
  held(row: number, asOf: number, knownAt: number): boolean {
    const { validFrom, validTo, knownFrom, knownTo } = this.doubles;
    return (
      (validFrom[row] as number) <= asOf &&
      asOf < (validTo[row] as number) &&
      (knownFrom[row] as number) <= knownAt &&
      knownAt < (knownTo[row] as number)
    );
  }

  /** The same cells but for these columns; good until this one changes. */
  with(columns: Partial<Record<IntColumn, Int32Array>>): SpanCells {
    return Object.create(this, { ints: { value: { ...this.ints, ...columns } } }) as SpanCells;
  }

  private grow(): void {
    for (const column of INT_COLUMNS) this.ints[column] = longer(this.ints[column], new Int32Array(this.size * 2));
    for (const column of DOUBLE_COLUMNS) {
      this.doubles[column] = longer(this.doubles[column], new Float64Array(this.size * 2));
    }
  }
}

/** The empty column, with what the other one has. */
export const longer = <T extends Int32Array | Float64Array>(column: T, empty: T): T => {
  empty.set(column);
  return empty;
};
