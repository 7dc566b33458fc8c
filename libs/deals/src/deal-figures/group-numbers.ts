import { dateOfDay, NO_DAY } from './day-numbers.js';
import type { Apart, Parts } from './parts.js';
import { DAY_COLUMNS, type DayColumn, STATUSES, type TextColumn } from './span-cells.js';
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

/** A name that no columns tell: asked for each deal, or part of it, that is counted. */
export type GroupingOfEach = Readonly<{ of: (part: SpanView) => string | null | undefined }>;

export type AnyGrouping = Grouping | GroupingOfEach;

/** Groups by the value of a column itself. */
export const byColumn = (column: Column): Grouping => ({ columns: [column], as: (value) => value ?? null });

/** Leaves out what is not in the group of that name; null: what is in any. */
export const onlyIn = ({ columns, as }: Grouping, name: string | null): Grouping => ({
  columns,
  as: (...values) => (as(...values) === name ? name : undefined),
});

/** Of each of what is counted its group, as a number below how many `names` there are, or LEFT_OUT. */
export type Groups = Readonly<{ numbers: Int32Array; names: readonly Names[] }>;

/** A name for each grouping, in their order. */
export type Names = readonly (string | null)[];

/** The group of each of what is counted, as the number of its name. */
type Numbered = Sized & Readonly<{ names: readonly (string | null)[]; isComplete: boolean }>;

/** Numbers from 0 up to below `size`, one for each of what is counted, or LEFT_OUT, unless it is `isComplete`. */
type Sized = Readonly<{ numbers: Int32Array; size: number; isComplete: boolean }>;

/** What a column has of each, as numbers of its own. */
type Coded = Sized & Readonly<{ textOf: (number: number) => string | null }>;

/** Above any number of a text and any day. */
export const LEFT_OUT = 2 ** 31 - 1;
const UNKNOWN = -1;
/** Pairs that may each have a place of four bytes: as many as a cache of a processor holds. */
const MANY = 2 ** 20;

/**
 * Numbers groups, column by column: each step is one loop over integers, some nanoseconds a row, where row by row all steps
 * together take ten times as long.
 */
export const groupsOf = (parts: Parts, groupings: readonly AnyGrouping[]): Groups => {
  const columns = groupings.map((grouping) =>
    'of' in grouping ? numberedEach(parts, grouping) : numberedBy(parts, grouping),
  );
  const { numbers, size } = tuplesOf(columns, parts.length);
  const places = new Int32Array(size);
  for (let at = 0; at < numbers.length; at += 1) {
    const group = numbers[at] as number;
    if (group !== LEFT_OUT) places[group] = at;
  }
  const namesAt = (place: number): Names =>
    columns.map((column) => column.names[column.numbers[place] as number] ?? null);
  return { numbers, names: Array.from(places, namesAt) };
};

/** Numbers names at their first use. */
class NameNumbers {
  readonly names: (string | null)[] = [];
  private readonly byName = new Map<string | null, number>();

  of(name: string | null | undefined): number {
    if (name === undefined) return LEFT_OUT;
    let number = this.byName.get(name);
    if (number === undefined) {
      number = this.names.length;
      this.byName.set(name, number);
      this.names.push(name);
    }
    return number;
  }
}

const numberedEach = (parts: Parts, { of }: GroupingOfEach): Numbered => {
  const numbers = new Int32Array(parts.length);
  const found = new NameNumbers();
  let isComplete = true;
  parts.each((part, at) => {
    const number = found.of(of(part));
    if (number === LEFT_OUT) isComplete = false;
    numbers[at] = number;
  });
  return { numbers, size: found.names.length, names: found.names, isComplete };
};

/** Numbers the names that a grouping gives to what is counted. */
const numberedBy = (parts: Parts, { columns, as }: Grouping): Numbered => {
  const coded = columns.map((column) => codedBy(parts, column));
  const { numbers, size } = tuplesOf(coded, parts.length);
  const known = new Int32Array(size).fill(UNKNOWN);
  const found = new NameNumbers();
  const [only, ...others] = coded;
  const nameAt = (at: number): number => {
    // Most groupings have one column, and there may be as many names as deals: without a list for each.
    if (others.length === 0 && only !== undefined) return found.of(as(textIn(only, at)));
    return found.of(as(...coded.map((each) => textIn(each, at))));
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
  return { numbers, size: found.names.length, names: found.names, isComplete };
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
const codedBy = (parts: Parts, column: Column): Coded => {
  const { table, rows, shares } = parts;
  if (column === 'productId' || column === 'model') return codedByLine(parts, column);
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

const codedByLine = ({ table, rows, lines }: Parts, column: 'productId' | 'model'): Coded => {
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

/** What groupings tell apart of a deal: by a column of lines its lines, by who owns it the shares of a split one. */
export const apartBy = (groupings: readonly AnyGrouping[]): Apart => {
  const columns = groupings.flatMap((grouping) => ('of' in grouping ? [] : grouping.columns));
  return {
    byLine: columns.some((column) => column === 'productId' || column === 'model'),
    byShare: columns.includes('ownerId'),
  };
};
