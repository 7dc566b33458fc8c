import { dateOfDay } from './day-numbers.js';
import { NO_LINE } from './line-cells.js';
import { type DayColumn, STATUSES, TEXT_COLUMNS, type TextColumn } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';
import type { SpanView } from './span-view.js';
import { TupleNumbers } from './tuple-numbers.js';

/**
 * What deals can be told apart by. By product or model, each line of a deal counts with its own amount; by `ownerId`, each
 * share of a split one, under who has it. `holderId` is the owner alone.
 */
export type Column = TextColumn | DayColumn | 'status' | 'productId' | 'model' | 'holderId';

/** A name for what the columns hold, asked once for each combination that is found. */
export type Grouping = Readonly<{
  columns: readonly Column[];
  /** Days come as `YYYY-MM-DD`. Undefined: what the columns hold is left out of the sum. */
  as: (...values: (string | null)[]) => string | null | undefined;
}>;

/** Groups by the value of a column itself. */
export const byColumn = (column: Column): Grouping => ({ columns: [column], as: (value) => value ?? null });

/** `group` has a name for each grouping, in their order; `deals` counts, the rest are sums of the measures. */
export type GroupSum<M extends string> = Readonly<{ group: readonly (string | null)[]; deals: number }> &
  Readonly<Record<M, number>>;

export type Measures<M extends string> = Readonly<Record<M, (span: SpanView) => number>>;

/** What is summed, one after the other: a row and, where they are told apart, a line or some shares of its deal. */
export type Counted = Readonly<{
  rows: Int32Array;
  /** Numbers of lines, or NO_LINE; null: all of them as a whole. */
  lines: Int32Array | null;
  /** Null, here and in it: all of the deal. */
  shares: readonly (readonly CodedShare[] | null)[] | null;
}>;

/** The group of each of what is counted, as the number of its name. */
type Numbered = Sized & Readonly<{ names: readonly (string | null)[] }>;

/** Numbers from 0 up to below `size`, one for each of what is counted. */
type Sized = Readonly<{ numbers: Int32Array; size: number }>;

/** The same of a column; `size` is null if it has days, which have no such bounds. */
type Coded = Readonly<{ numbers: Int32Array; size: number | null }>;

/** Above any number of a text and any day. */
const LEFT_OUT = 2 ** 31 - 1;
const UNKNOWN = -1;
/** Pairs that may each have a place of four bytes. */
const MANY = 2 ** 16;

/**
 * Counts and sums by group, column by column: each step is one loop over integers, some nanoseconds a row, where row by
 * row all steps together take ten times as long.
 */
export const sumsByGroup = <M extends string>(
  table: SpanTable,
  view: SpanView,
  counted: Counted,
  groupings: readonly Grouping[],
  measures: Measures<M>,
): readonly GroupSum<M>[] => {
  const columns = groupings.map((grouping) => numberedBy(table, counted, grouping));
  const { numbers: groups, size } = tuplesOf(columns, counted.rows.length);
  const counts = new Int32Array(size);
  const firsts = new Int32Array(size);
  for (let at = groups.length - 1; at >= 0; at -= 1) {
    const group = groups[at] as number;
    if (group === LEFT_OUT) continue;
    counts[group] = (counts[group] as number) + 1;
    firsts[group] = at;
  }
  const wanted = Object.entries(measures) as [M, Measures<M>[M]][];
  const sums = wanted.map(([name, measure]) => [name, summed(view, counted, groups, size, measure)] as const);
  return Array.from(counts, (deals, group) => {
    const first = firsts[group] as number;
    const name = columns.map(({ numbers, names }) => names[numbers[first] as number] ?? null);
    const totals = sums.map(([measure, totals]) => [measure, totals[group] as number]);
    return { group: name, deals, ...(Object.fromEntries(totals) as Record<M, number>) };
  });
};

/** By group. */
const summed = (
  view: SpanView,
  { rows, lines, shares }: Counted,
  groups: Int32Array,
  size: number,
  measure: (span: SpanView) => number,
): Float64Array => {
  const totals = new Float64Array(size);
  for (let at = 0; at < rows.length; at += 1) {
    const group = groups[at] as number;
    if (group === LEFT_OUT) continue;
    view.row = rows[at] as number;
    view.line = lines === null ? NO_LINE : (lines[at] as number);
    view.shares = shares === null ? null : (shares[at] ?? null);
    totals[group] = (totals[group] as number) + measure(view);
  }
  return totals;
};

/** Numbers the names that a grouping gives to what is counted. */
const numberedBy = (table: SpanTable, counted: Counted, { columns, as }: Grouping): Numbered => {
  const coded = columns.map((column) => codedBy(table, counted, column));
  const { numbers: tuples, size } = tuplesOf(coded, counted.rows.length);
  const known = new Int32Array(size).fill(UNKNOWN);
  const names: (string | null)[] = [];
  const byName = new Map<string | null, number>();
  const nameAt = (at: number): number => {
    const name = as(...columns.map((column, index) => textOf(table, column, coded[index]?.numbers[at] as number)));
    if (name === undefined) return LEFT_OUT;
    const number = byName.get(name) ?? names.length;
    byName.set(name, number);
    names[number] = name;
    return number;
  };
  const numbers = new Int32Array(tuples.length);
  for (let at = 0; at < tuples.length; at += 1) {
    const tuple = tuples[at] as number;
    let number = known[tuple] as number;
    if (number === UNKNOWN) {
      number = nameAt(at);
      known[tuple] = number;
    }
    numbers[at] = number;
  }
  return { numbers, size: names.length, names };
};

/** Numbers what the columns have together at each place; LEFT_OUT where one of them has that. */
const tuplesOf = ([first, ...others]: readonly Coded[], length: number): Sized => {
  if (first === undefined) return { numbers: new Int32Array(length), size: Math.min(length, 1) };
  const start = first.size === null ? pairsOf({ numbers: new Int32Array(length), size: 1 }, first) : sized(first);
  return others.reduce(pairsOf, start);
};

const sized = ({ numbers, size }: Coded): Sized => ({ numbers, size: size ?? 0 });

const pairsOf = (heads: Sized, lasts: Coded): Sized => {
  const pairs = new Int32Array(heads.numbers.length);
  const width = lasts.size;
  // Of few possible pairs each has a place; of many those that occur are looked up.
  const places = width !== null && heads.size * width <= MANY ? new Int32Array(heads.size * width) : null;
  const found = new TupleNumbers();
  let size = 0;
  for (let at = 0; at < pairs.length; at += 1) {
    const [head, last] = [heads.numbers[at] as number, lasts.numbers[at] as number];
    if (head === LEFT_OUT || last === LEFT_OUT) pairs[at] = LEFT_OUT;
    else if (places === null) pairs[at] = found.of(head, last);
    else {
      const place = head * (width as number) + last;
      if (places[place] === 0) {
        size += 1;
        places[place] = size;
      }
      pairs[at] = (places[place] as number) - 1;
    }
  }
  return { numbers: pairs, size: places === null ? found.size : size };
};

/** What the column has of each. */
const codedBy = (table: SpanTable, { rows, lines, shares }: Counted, column: Column): Coded => {
  if (column === 'productId' || column === 'model') {
    const numbers = new Int32Array(rows.length);
    const dictionary = column === 'model' ? table.lines.models : table.lines.products;
    for (let at = 0; lines !== null && at < lines.length; at += 1) {
      const line = lines[at] as number;
      numbers[at] = column === 'model' ? table.lines.model(line) : table.lines.product(line);
    }
    return { numbers, size: dictionary.size };
  }
  const values = table.cells.ints[column === 'holderId' ? 'ownerId' : column];
  const numbers = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) numbers[at] = values[rows[at] as number] as number;
  if (column === 'ownerId') {
    shares?.forEach((some, at) => {
      const [share] = some ?? [];
      if (share !== undefined) numbers[at] = share.code;
    });
  }
  if (column === 'holderId') return { numbers, size: table.texts.ownerId.size };
  return { numbers, size: isText(column) ? table.texts[column].size : null };
};

const textOf = (table: SpanTable, column: Column, code: number): string | null => {
  if (column === 'productId') return table.lines.products.text(code);
  if (column === 'model') return table.lines.models.text(code);
  if (column === 'holderId') return table.texts.ownerId.text(code);
  if (isText(column)) return table.texts[column].text(code);
  return column === 'status' ? (STATUSES[code] ?? null) : dateOfDay(code);
};

export const isOfLine = (column: Column): boolean => column === 'productId' || column === 'model';
const isText = (column: Column): column is TextColumn => (TEXT_COLUMNS as readonly string[]).includes(column);
