import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { Amounts } from './amounts.js';
import { type Counted, type Grouping, type GroupSum, isOfLine, sumsByGroup, sumsByRow } from './group-sums.js';
import { IntList } from './int-list.js';
import { NO_LINE } from './line-cells.js';
import { joined } from './row-lists.js';
import type { TextColumn } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';
import { SpanView } from './span-view.js';

/** Of the columns, the one value or any of a list. By `ownerId`, only the shares of these owners count. */
export type DealFilter = Readonly<Partial<Record<TextColumn, string | null | readonly (string | null)[]>>>;

/** Some rows of the table, to be looked at or summed at once: what is written later is not waited for. */
export class DealSelection {
  constructor(
    private readonly table: SpanTable,
    private readonly money: CompanyMoney,
    private readonly rows: Int32Array,
    /** Whose shares of split deals count, by their numbers; null: everybody's. */
    private readonly owners: ReadonlySet<number> | null = null,
  ) {}

  /** Those of the rows that meet the filter. */
  where(filter: DealFilter): DealSelection {
    const { table } = this;
    let { rows, owners } = this;
    for (const [name, wanted] of Object.entries(filter)) {
      const column = name as TextColumn;
      const codes = (Array.isArray(wanted) ? wanted : [wanted]).map((value) => table.texts[column].find(value));
      rows = column === 'ownerId' ? this.ownedBy(rows, codes) : this.having(rows, column, codes);
      if (column === 'ownerId') owners = new Set(owners === null ? codes : codes.filter((code) => owners?.has(code)));
    }
    return rows === this.rows ? this : new DealSelection(table, this.money, rows, owners);
  }

  private having(rows: Int32Array, column: TextColumn, codes: readonly number[]): Int32Array {
    const values = this.table.cells.ints[column];
    const isWanted = new Uint8Array(this.table.texts[column].size);
    for (const code of codes) isWanted[code] = 1;
    const kept = new Int32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      if (isWanted[values[row] as number] === 0) continue;
      kept[count] = row;
      count += 1;
    }
    return kept.subarray(0, count);
  }

  /** Or shared by: of split deals, who has shares counts, not who owns them. */
  private ownedBy(rows: Int32Array, codes: readonly number[]): Int32Array {
    const { splits } = this.table;
    if (splits.size === 0) return this.having(rows, 'ownerId', codes);
    const unsplit = this.having(
      rows.filter((row) => !splits.has(row)),
      'ownerId',
      codes,
    );
    const split = rows.filter((row) => splits.get(row)?.some(({ code }) => codes.includes(code)));
    return joined([unsplit, split]);
  }

  /** Visits each deal, as a whole; see `SpanView` on how to look at it. */
  each(visit: (span: SpanView) => void): void {
    const view = new SpanView(this.table, this.money);
    for (const row of this.rows) {
      view.row = row;
      visit(view);
    }
  }

  /** Visits each deal that is not split, and each share of those that are. */
  eachShare(visit: (span: SpanView) => void): void {
    this.eachPart({ byLine: false, byShare: true }, visit);
  }

  /** Visits the parts of each deal, one after the other: its lines, where they are told apart, and of each its shares. */
  eachPart(apart: Apart, visit: (span: SpanView) => void): void {
    const view = new SpanView(this.table, this.money);
    for (const row of this.rows) {
      this.visitParts(row, apart, (line, shares) => {
        view.row = row;
        view.line = line;
        view.shares = shares;
        visit(view);
      });
    }
  }

  /** Visits, as a whole, each deal of which the groupings leave anything, with the amount of that. */
  eachLeft(groupings: readonly Grouping[], visit: (span: SpanView, amount: number) => void): void {
    const view = new SpanView(this.table, this.money);
    sumsByRow(this.table, new Amounts(this.table, this.money), this.countedBy(groupings), groupings, (row, amount) => {
      view.row = row;
      visit(view, amount);
    });
  }

  /** Counts and sums by group; groups without a row are not there. They come in no particular order. */
  sum(groupings: readonly Grouping[]): readonly GroupSum[] {
    return sumsByGroup(this.table, new Amounts(this.table, this.money), this.countedBy(groupings), groupings);
  }

  private countedBy(groupings: readonly Grouping[]): Counted {
    const columns = groupings.flatMap((grouping) => grouping.columns);
    return this.counted({ byLine: columns.some(isOfLine), byShare: columns.includes('ownerId') });
  }

  private counted(apart: Apart): Counted {
    if (!apart.byLine && this.table.splits.size === 0) return { rows: this.rows, lines: null, shares: null };
    const rows = new IntList();
    const lines = apart.byLine ? new IntList() : null;
    const shares: (Shares | null)[] | null = this.table.splits.size > 0 ? [] : null;
    for (const row of this.rows) {
      this.visitParts(row, apart, (line, some) => {
        rows.push(row);
        lines?.push(line);
        shares?.push(some);
      });
    }
    return { rows: rows.values(), lines: lines?.values() ?? null, shares };
  }

  private visitParts(
    row: number,
    { byLine, byShare }: Apart,
    visit: (line: number, shares: Shares | null) => void,
  ): void {
    const shares = this.sharesOf(row, byShare);
    const { first, count } = byLine ? this.table.linesOf(row) : NO_LINES;
    if (count === 0) for (const some of shares) visit(NO_LINE, some);
    for (let line = first; line < first + count; line += 1) for (const some of shares) visit(line, some);
  }

  /** The shares that count, one by one or all of them at once; null: all of the deal. */
  private sharesOf(row: number, oneByOne: boolean): readonly (Shares | null)[] {
    const { owners } = this;
    const split = this.table.splitOf(row);
    if (split === undefined || (!oneByOne && owners === null)) return WHOLE;
    const counting = owners === null ? split : split.filter(({ code }) => owners.has(code));
    return oneByOne ? counting.map((share) => [share]) : [counting];
  }
}

type Shares = readonly CodedShare[];

/** What of a deal is told apart: its lines, the shares of a split one. */
type Apart = Readonly<{ byLine: boolean; byShare: boolean }>;

/** All of the deal. */
const WHOLE = [null] as const;
const NO_LINES = { first: 0, count: 0 };
