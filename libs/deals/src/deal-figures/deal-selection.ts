import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { DealLine } from '../domain/deal.events.js';
import {
  type CodedShare,
  type DayColumn,
  dateOfDay,
  type SpanTable,
  STATUSES,
  TEXT_COLUMNS,
  type TextColumn,
} from './span-table.js';
import { SpanView } from './span-view.js';
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

/** Of the columns, the one value or any of a list. By `ownerId`, only the shares of these owners count. */
export type DealFilter = Readonly<Partial<Record<TextColumn, string | null | readonly (string | null)[]>>>;

/** Visits rows of the table. */
export type Visitor = (visit: (row: number) => void) => void;

/** Some rows of the table, to be looked at or summed at once: what is written later is not waited for. */
export class DealSelection {
  constructor(
    private readonly table: SpanTable,
    private readonly money: CompanyMoney,
    private readonly visitor: Visitor,
    /** Whose shares of split deals count, by their numbers; null: everybody's. */
    private readonly owners: ReadonlySet<number> | null = null,
  ) {}

  /** Those of the rows that meet the filter. */
  where(filter: DealFilter): DealSelection {
    const { table } = this;
    const conditions = Object.entries(filter).map(([name, wanted]) => {
      const column = name as TextColumn;
      const values = Array.isArray(wanted) ? wanted : [wanted];
      return { column, codes: new Set(values.map((value) => table.texts[column].find(value))) };
    });
    if (conditions.length === 0) return this;
    const wanted = conditions.find(({ column }) => column === 'ownerId')?.codes;
    const owners = wanted && this.owners ? common(wanted, this.owners) : (wanted ?? this.owners);
    const visitor: Visitor = (visit) =>
      this.visitor((row) => {
        const shares = table.splits.get(row);
        for (const { column, codes } of conditions) {
          const isMet =
            column === 'ownerId' && shares !== undefined
              ? shares.some(({ code }) => codes.has(code))
              : codes.has(table.integers[column][row] as number);
          if (!isMet) return;
        }
        visit(row);
      });
    return new DealSelection(table, this.money, visitor, owners);
  }

  /** Visits each deal, as a whole; see `SpanView` on how to look at it. */
  each(visit: (span: SpanView) => void): void {
    const view = new SpanView(this.table, this.money);
    this.visitor((row) => {
      view.row = row;
      visit(view);
    });
  }

  /** Visits each deal that is not split, and each share of those that are. */
  eachShare(visit: (span: SpanView) => void): void {
    this.eachPart({ byLine: false, byShare: true }, visit);
  }

  /** Visits the parts of each deal, one after the other: its lines, where they are told apart, and of each its shares. */
  eachPart(apart: Readonly<{ byLine: boolean; byShare: boolean }>, visit: (span: SpanView) => void): void {
    const view = new SpanView(this.table, this.money);
    this.visitor((row) => this.visitParts(view, row, apart, () => visit(view)));
  }

  private visitParts(
    view: SpanView,
    row: number,
    { byLine, byShare }: Readonly<{ byLine: boolean; byShare: boolean }>,
    visit: () => void,
  ): void {
    view.row = row;
    const lines: readonly DealLine[] = byLine ? view.lines : [];
    if (lines.length === 0) this.visitShares(view, byShare, visit);
    for (const line of lines) {
      view.line = line;
      this.visitShares(view, byShare, visit);
    }
    view.line = null;
  }

  /** Looks at the shares that count: at one after the other, or at all of them at once. */
  private visitShares(view: SpanView, oneByOne: boolean, visit: () => void): void {
    const { owners, table } = this;
    const split = table.splits.size === 0 ? undefined : table.splits.get(view.row);
    const counting = owners === null ? split : split?.filter(({ code }) => owners.has(code));
    if (counting === undefined || (!oneByOne && owners === null)) {
      visit();
      return;
    }
    for (const shares of oneByOne ? counting.map((share): readonly CodedShare[] => [share]) : [counting]) {
      view.shares = shares;
      visit();
    }
    view.shares = null;
  }

  /** Counts and sums by group; groups without a row are not there. They come in no particular order. */
  sum<M extends string>(
    groupings: readonly Grouping[],
    measures: Readonly<Record<M, (span: SpanView) => number>>,
  ): readonly GroupSum<M>[] {
    const columns = groupings.map((grouping) => new GroupNumbers(this.table, grouping));
    const groups = new TupleNumbers();
    const names: (readonly (string | null)[])[] = [];
    const counts: number[] = [];
    const wanted = Object.entries(measures) as [M, (span: SpanView) => number][];
    const totals = wanted.map((): number[] => []);
    const view = new SpanView(this.table, this.money);
    const count = (): void => {
      let group = 0;
      for (const column of columns) {
        const number = column.of(view);
        if (number === LEFT_OUT) return;
        group = groups.of(group, number);
      }
      if (columns.length === 0) group = groups.of(0, 0);
      if (counts[group] === undefined) {
        names[group] = columns.map((column) => column.name(view));
        counts[group] = 0;
        for (const total of totals) total[group] = 0;
      }
      counts[group] = (counts[group] as number) + 1;
      for (let at = 0; at < wanted.length; at += 1) {
        const total = totals[at] as number[];
        total[group] = (total[group] as number) + (wanted[at]?.[1](view) ?? 0);
      }
    };
    const has = (isWanted: (column: Column) => boolean) => groupings.some(({ columns: all }) => all.some(isWanted));
    const apart = { byLine: has(isOfLine), byShare: has((column) => column === 'ownerId') };
    this.visitor((row) => this.visitParts(view, row, apart, count));
    return names.flatMap((group, at) => {
      const sums = wanted.map(([measure], index) => [measure, totals[index]?.[at] ?? 0] as const);
      return [{ group, deals: counts[at] ?? 0, ...(Object.fromEntries(sums) as Record<M, number>) }];
    });
  }
}

const common = (a: ReadonlySet<number>, b: ReadonlySet<number>): ReadonlySet<number> =>
  new Set([...a].filter((each) => b.has(each)));

const LEFT_OUT = -1;

const isOfLine = (column: Column): column is 'productId' | 'model' => column === 'productId' || column === 'model';
const isText = (column: Column): column is TextColumn => (TEXT_COLUMNS as readonly string[]).includes(column);

/** Numbers the names that one grouping gives to rows. */
class GroupNumbers {
  private readonly found = new TupleNumbers();
  private readonly numbers: number[] = [];
  private readonly names: (string | null)[] = [];
  private readonly byName = new Map<string | null, number>();
  private readonly numbersIn: readonly ((view: SpanView) => number)[];
  /** The number of a text of the only column, which is small, and so is itself what names are looked up by. */
  private readonly ofText: ((view: SpanView) => number) | null;

  constructor(
    private readonly table: SpanTable,
    private readonly grouping: Grouping,
  ) {
    const [only, ...others] = grouping.columns;
    this.numbersIn = grouping.columns.map((column) => this.numbersOf(column));
    this.ofText = only !== undefined && others.length === 0 && isText(only) ? (this.numbersIn[0] ?? null) : null;
  }

  of(view: SpanView): number {
    let tuple = 0;
    if (this.ofText !== null) tuple = this.ofText(view);
    else for (const numberIn of this.numbersIn) tuple = this.found.of(tuple, numberIn(view));
    const known = this.numbers[tuple];
    if (known !== undefined) return known;
    const name = this.grouping.as(...this.grouping.columns.map((column) => this.valueIn(column, view)));
    const number = name === undefined ? LEFT_OUT : this.numberOf(name);
    this.numbers[tuple] = number;
    return number;
  }

  private numberOf(name: string | null): number {
    const number = this.byName.get(name) ?? this.names.length;
    this.byName.set(name, number);
    this.names[number] = name;
    return number;
  }

  name(view: SpanView): string | null {
    return this.names[this.of(view)] ?? null;
  }

  private numbersOf(column: Column): (view: SpanView) => number {
    const { products, models, integers } = this.table;
    if (column === 'productId') return ({ line }) => products.code(line === null ? null : line.productId);
    if (column === 'model') return ({ line }) => models.code(line === null ? null : line.model);
    if (column === 'ownerId') return ({ ownerCode }) => ownerCode;
    const values = integers[column === 'holderId' ? 'ownerId' : column];
    return ({ row }) => values[row] as number;
  }

  private valueIn(column: Column, view: SpanView): string | null {
    const { table } = this;
    if (isOfLine(column)) return view.line?.[column] ?? null;
    if (column === 'ownerId') return view.ownerId;
    if (column === 'holderId') return table.texts.ownerId.text(table.integers.ownerId[view.row] as number);
    const value = table.integers[column][view.row] as number;
    if (isText(column)) return table.texts[column].text(value);
    return column === 'status' ? (STATUSES[value] ?? null) : dateOfDay(value);
  }
}
