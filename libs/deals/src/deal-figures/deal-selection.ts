import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { DealGroups, type GroupSum } from './deal-groups.js';
import { type AnyGrouping, apartBy } from './group-numbers.js';
import { type Apart, type Owners, Parts } from './parts.js';
import type { TextColumn } from './span-cells.js';
import type { SpanTable } from './span-table.js';
import type { SpanView } from './span-view.js';

/** Of the columns, the one value or any of a list. By `ownerId`, only the shares of these owners count. */
export type DealFilter = Readonly<Partial<Record<TextColumn, string | null | readonly (string | null)[]>>>;

/** Some rows of the table, to be looked at or summed at once: what is written later is not waited for. */
export class DealSelection {
  constructor(
    private readonly table: SpanTable,
    private readonly money: CompanyMoney,
    private readonly rows: Int32Array,
    private readonly owners: Owners = null,
  ) {}

  /** Those of the rows that meet the filter. */
  where(filter: DealFilter): DealSelection {
    const { table } = this;
    let { rows, owners } = this;
    for (const [name, wanted] of Object.entries(filter)) {
      const column = name as TextColumn;
      const codes = (Array.isArray(wanted) ? wanted : [wanted]).map((value) => table.texts[column].find(value));
      rows = this.having(rows, column, codes);
      if (column === 'ownerId') owners = new Set(owners === null ? codes : codes.filter((code) => owners?.has(code)));
    }
    return rows === this.rows ? this : new DealSelection(table, this.money, rows, owners);
  }

  /** By owner of a split deal: those of whom somebody wanted has a share, whoever owns it. */
  private having(rows: Int32Array, column: TextColumn, codes: readonly number[]): Int32Array {
    const { table } = this;
    const values = table.cells.ints[column];
    const isWanted = new Uint8Array(table.texts[column].size);
    for (const code of codes) isWanted[code] = 1;
    const kept = new Int32Array(rows.length);
    let count = 0;
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      const shares = column === 'ownerId' ? table.splitOf(row) : undefined;
      const isKept =
        shares === undefined ? isWanted[values[row] as number] === 1 : shares.some(({ code }) => isWanted[code] === 1);
      if (!isKept) continue;
      kept[count] = row;
      count += 1;
    }
    return kept.subarray(0, count);
  }

  /** Visits each deal, as a whole; see `SpanView` on how to look at it. */
  each(visit: (span: SpanView) => void): void {
    this.parts({ byLine: false, byShare: false }, null).each(visit);
  }

  /** Visits each deal that is not split, and each share of those that are. */
  eachShare(visit: (span: SpanView) => void): void {
    this.parts({ byLine: false, byShare: true }, this.owners).each(visit);
  }

  /** By group, told apart as the groupings are; groups without a row are not there. */
  groups(groupings: readonly AnyGrouping[]): DealGroups {
    return new DealGroups(this.parts(apartBy(groupings), this.owners), groupings);
  }

  /** Counts and sums by group. */
  sum(groupings: readonly AnyGrouping[]): readonly GroupSum[] {
    return this.groups(groupings).sums();
  }

  private parts(apart: Apart, owners: Owners): Parts {
    return Parts.of(this.table, this.money, this.rows, apart, owners);
  }
}
