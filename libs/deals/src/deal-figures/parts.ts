import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { Amounts } from './amounts.js';
import { IntList } from './int-list.js';
import { NO_LINE } from './line-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';
import { SpanView } from './span-view.js';

/** What of a deal is told apart: its lines, the shares of a split one. */
export type Apart = Readonly<{ byLine: boolean; byShare: boolean }>;

type Shares = readonly CodedShare[];

/** Whose shares of split deals count, by their numbers; null: everybody's. */
export type Owners = ReadonlySet<number> | null;

/** Deals, or the lines and shares of them that are told apart, one after the other: the parts of a deal lie together. */
export class Parts {
  private constructor(
    readonly table: SpanTable,
    private readonly money: CompanyMoney,
    /** Of each its row. */
    readonly rows: Int32Array,
    /** Numbers of lines, or NO_LINE; null: all of them as a whole. */
    readonly lines: Int32Array | null,
    /** Null, here and in it: all of the deal. */
    readonly shares: readonly (Shares | null)[] | null,
  ) {}

  static of(table: SpanTable, money: CompanyMoney, rows: Int32Array, apart: Apart, owners: Owners): Parts {
    const isAllWhole = table.splits.size === 0 || (!apart.byShare && owners === null);
    if (!apart.byLine && isAllWhole) return new Parts(table, money, rows, null, null);
    const parts = new IntList();
    const lines = apart.byLine ? new IntList() : null;
    const shares: (Shares | null)[] | null = table.splits.size > 0 ? [] : null;
    for (const row of rows) {
      const counting = sharesOf(table, row, apart, owners);
      const { first, count } = apart.byLine ? table.linesOf(row) : NO_LINES;
      // A deal without lines is counted as a whole.
      for (let place = 0; place < Math.max(count, 1); place += 1) {
        for (const some of counting) {
          parts.push(row);
          lines?.push(count === 0 ? NO_LINE : first + place);
          shares?.push(some);
        }
      }
    }
    return new Parts(table, money, parts.values(), lines?.values() ?? null, shares);
  }

  get length(): number {
    return this.rows.length;
  }

  /** Of each that is counted, in minor units of the company's currency. */
  amounts(isCounted: (at: number) => boolean): Float64Array {
    return new Amounts(this.table, this.money).ofEach(this.rows, this.lines, this.shares, isCounted);
  }

  /** To look at rows with. */
  view(): SpanView {
    return new SpanView(this.table, this.money);
  }

  /** Visits each; see `SpanView` on how to look at it. */
  each(visit: (part: SpanView, at: number) => void): void {
    const view = this.view();
    const { rows, lines, shares } = this;
    for (let at = 0; at < rows.length; at += 1) {
      view.row = rows[at] as number;
      view.line = lines === null ? NO_LINE : (lines[at] as number);
      view.shares = shares === null ? null : (shares[at] ?? null);
      visit(view, at);
    }
  }
}

const NO_LINES = { first: 0, count: 0 };

/** All of the deal. */
const WHOLE = [null] as const;

/** The shares that count, one by one or all of them at once; null: all of the deal. */
const sharesOf = (table: SpanTable, row: number, { byShare }: Apart, owners: Owners): readonly (Shares | null)[] => {
  const split = table.splitOf(row);
  if (split === undefined || (!byShare && owners === null)) return WHOLE;
  const counting = owners === null ? split : split.filter(({ code }) => owners.has(code));
  return byShare ? counting.map((share) => [share]) : [counting];
};
