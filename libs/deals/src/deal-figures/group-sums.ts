import type { Amounts } from './amounts.js';
import { dateOfDay, NO_DAY } from './day-numbers.js';
import { NO_LINE } from './line-cells.js';
import { DAY_COLUMNS, type DayColumn, STATUSES, type TextColumn } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';
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

/**
 * `group` has a name for each grouping, in their order; `deals` counts, `amount` is in minor units of the company's
 * currency.
 */
export type GroupSum = Readonly<{ group: readonly (string | null)[]; deals: number; amount: number }>;

/** What is summed, one after the other: a row and, where they are told apart, a line or some shares of its deal. */
export type Counted = Readonly<{
  rows: Int32Array;
  /** Numbers of lines, or NO_LINE; null: all of them as a whole. */
  lines: Int32Array | null;
  /** Null, here and in it: all of the deal. */
  shares: readonly (readonly CodedShare[] | null)[] | null;
}>;

/** The group of each of what is counted, as the number of its name. */
type Numbered = Sized & Readonly<{ names: readonly (string | null)[]; isComplete: boolean }>;

/** Numbers from 0 up to below `size`, one for each of what is counted, or LEFT_OUT, unless it is `isComplete`. */
type Sized = Readonly<{ numbers: Int32Array; size: number; isComplete: boolean }>;

/** What a column has of each, as numbers of its own. */
type Coded = Sized & Readonly<{ textOf: (number: number) => string | null }>;

/** Above any number of a text and any day. */
const LEFT_OUT = 2 ** 31 - 1;
const UNKNOWN = -1;
/** Pairs that may each have a place of four bytes: as many as a cache of a processor holds. */
const MANY = 2 ** 20;

/**
 * Counts and sums by group, column by column: each step is one loop over integers, some nanoseconds a row, where row by
 * row all steps together take ten times as long.
 */
export const sumsByGroup = (
  table: SpanTable,
  amounts: Amounts,
  counted: Counted,
  groupings: readonly Grouping[],
): readonly GroupSum[] => {
  const { rows, lines, shares } = counted;
  const columns = groupings.map((grouping) => numberedBy(table, counted, grouping));
  const { numbers: groups, size } = tuplesOf(columns, rows.length);
  const deals = new Int32Array(size);
  const sums = new Float64Array(size);
  const places = new Int32Array(size);
  for (let at = 0; at < groups.length; at += 1) {
    const group = groups[at] as number;
    if (group === LEFT_OUT) continue;
    const line = lines === null ? NO_LINE : (lines[at] as number);
    deals[group] = (deals[group] as number) + 1;
    sums[group] = (sums[group] as number) + amounts.of(rows[at] as number, line, shares?.[at] ?? null);
    places[group] = at;
  }
  return Array.from(places, (place, group) => ({
    group: columns.map(({ numbers, names }) => names[numbers[place] as number] ?? null),
    deals: deals[group] as number,
    amount: sums[group] as number,
  }));
};

/** Visits each row of which the groupings leave anything, with the amount of that: the parts of a deal lie together. */
export const sumsByRow = (
  table: SpanTable,
  amounts: Amounts,
  counted: Counted,
  groupings: readonly Grouping[],
  visit: (row: number, amount: number) => void,
): void => {
  const { rows, lines, shares } = counted;
  const { numbers } = tuplesOf(
    groupings.map((grouping) => numberedBy(table, counted, grouping)),
    rows.length,
  );
  for (let at = 0; at < rows.length; ) {
    const row = rows[at] as number;
    let [isLeft, amount] = [false, 0];
    for (; rows[at] === row; at += 1) {
      if (numbers[at] === LEFT_OUT) continue;
      isLeft = true;
      amount += amounts.of(row, lines === null ? NO_LINE : (lines[at] as number), shares?.[at] ?? null);
    }
    if (isLeft) visit(row, amount);
  }
};

/** Numbers the names that a grouping gives to what is counted. */
const numberedBy = (table: SpanTable, counted: Counted, { columns, as }: Grouping): Numbered => {
  const coded = columns.map((column) => codedBy(table, counted, column));
  const { numbers, size } = tuplesOf(coded, counted.rows.length);
  const known = new Int32Array(size).fill(UNKNOWN);
  const names: (string | null)[] = [];
  const byName = new Map<string | null, number>();
  const [only, ...others] = coded;
  const nameAt = (at: number): number => {
    // Most groupings have one column, and there may be as many names as deals: without a list for each.
    const name =
      others.length === 0 && only !== undefined ? as(textIn(only, at)) : as(...coded.map((each) => textIn(each, at)));
    if (name === undefined) return LEFT_OUT;
    const number = byName.get(name) ?? names.length;
    byName.set(name, number);
    names[number] = name;
    return number;
  };
  let isComplete = true;
  // In the place of what they are looked up by, which nobody reads any more.
  for (let at = 0; at < numbers.length; at += 1) {
    const tuple = numbers[at] as number;
    let number = known[tuple] as number;
    if (number === UNKNOWN) {
      number = nameAt(at);
      known[tuple] = number;
    }
    if (number === LEFT_OUT) isComplete = false;
    numbers[at] = number;
  }
  return { numbers, size: names.length, names, isComplete };
};

const textIn = ({ numbers, textOf }: Coded, at: number): string | null => textOf(numbers[at] as number);

/** Numbers what the columns have together at each place; LEFT_OUT where one of them has that. */
const tuplesOf = ([first, ...others]: readonly Sized[], length: number): Sized => {
  if (first === undefined) return { numbers: new Int32Array(length), size: Math.min(length, 1), isComplete: true };
  return others.reduce(pairsOf, first);
};

const pairsOf = (heads: Sized, lasts: Sized): Sized => {
  // What is the same everywhere tells nothing apart.
  if (lasts.size <= 1 && lasts.isComplete) return heads;
  const isComplete = heads.isComplete && lasts.isComplete;
  // Of few possible pairs each has a place; of many those that occur are looked up.
  const pair = heads.size * lasts.size <= MANY ? pairInPlace : pairByLookUp;
  return { ...pair(heads, lasts), isComplete };
};

const pairInPlace = (heads: Sized, lasts: Sized): Omit<Sized, 'isComplete'> => {
  const numbers = new Int32Array(heads.numbers.length);
  const places = new Int32Array(heads.size * lasts.size);
  let size = 0;
  for (let at = 0; at < numbers.length; at += 1) {
    const [head, last] = [heads.numbers[at] as number, lasts.numbers[at] as number];
    if (head === LEFT_OUT || last === LEFT_OUT) {
      numbers[at] = LEFT_OUT;
      continue;
    }
    const place = head * lasts.size + last;
    if (places[place] === 0) {
      size += 1;
      places[place] = size;
    }
    numbers[at] = (places[place] as number) - 1;
  }
  return { numbers, size };
};

const pairByLookUp = (heads: Sized, lasts: Sized): Omit<Sized, 'isComplete'> => {
  const numbers = new Int32Array(heads.numbers.length);
  const found = new TupleNumbers();
  for (let at = 0; at < numbers.length; at += 1) {
    const [head, last] = [heads.numbers[at] as number, lasts.numbers[at] as number];
    numbers[at] = head === LEFT_OUT || last === LEFT_OUT ? LEFT_OUT : found.of(head, last);
  }
  return { numbers, size: found.size };
};

/** What the column has of each. */
const codedBy = (table: SpanTable, counted: Counted, column: Column): Coded => {
  const { rows, shares } = counted;
  if (column === 'productId' || column === 'model') return codedByLine(table, counted, column);
  const values = table.cells.ints[column === 'holderId' ? 'ownerId' : column];
  const numbers = new Int32Array(rows.length);
  for (let at = 0; at < rows.length; at += 1) numbers[at] = values[rows[at] as number] as number;
  if (column === 'ownerId') {
    shares?.forEach((some, at) => {
      const [share] = some ?? [];
      if (share !== undefined) numbers[at] = share.code;
    });
  }
  if (isDay(column)) return codedByDay(numbers);
  if (column === 'status')
    return { numbers, size: STATUSES.length, isComplete: true, textOf: (status) => STATUSES[status] ?? null };
  const texts = table.texts[column === 'holderId' ? 'ownerId' : column];
  return { numbers, size: texts.size, isComplete: true, textOf: (code) => texts.text(code) };
};

const codedByLine = (table: SpanTable, { rows, lines }: Counted, column: 'productId' | 'model'): Coded => {
  const numbers = new Int32Array(rows.length);
  const texts = column === 'model' ? table.lines.models : table.lines.products;
  for (let at = 0; lines !== null && at < lines.length; at += 1) {
    const line = lines[at] as number;
    numbers[at] = column === 'model' ? table.lines.model(line) : table.lines.product(line);
  }
  return { numbers, size: texts.size, isComplete: true, textOf: (code) => texts.text(code) };
};

/** Days by how many they come after the first one, from 1 on; 0: none. In the place of the days. */
const codedByDay = (days: Int32Array): Coded => {
  let [first, last] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as number;
    if (day === NO_DAY) continue;
    if (day < first) first = day;
    if (day > last) last = day;
  }
  for (let at = 0; at < days.length; at += 1) {
    const day = days[at] as number;
    days[at] = day === NO_DAY ? 0 : day - first + 1;
  }
  const size = first > last ? 1 : last - first + 2;
  return { numbers: days, size, isComplete: true, textOf: (code) => (code === 0 ? null : dateOfDay(first + code - 1)) };
};

const isDay = (column: Column): column is DayColumn => (DAY_COLUMNS as readonly string[]).includes(column);
export const isOfLine = (column: Column): boolean => column === 'productId' || column === 'model';
