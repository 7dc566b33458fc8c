import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import { allocate } from '#kernel/money.js';
import { linesShared } from '../domain/credit-shares.js';
import { dateOfDay } from './day-numbers.js';
import { NO_LINE } from './line-cells.js';
import { STATUSES } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';

const OPEN = STATUSES.indexOf('Open');

/**
 * What deals, their lines and shares are worth in minor units of the company's currency: so amounts can be summed. A deal
 * in another currency is worth what the rate of its close date makes it, or of the day asked about while it is open; it is
 * rounded once, and its lines share that. Shares of a split deal are exact, by largest remainders, and add up to the same
 * over the lines as of the deal as a whole.
 */
export class Amounts {
  /** Number of the company's currency; -1 when no deal has it. */
  private readonly own: number;

  constructor(
    private readonly table: SpanTable,
    private readonly money: CompanyMoney,
  ) {
    this.own = table.texts.currency.find(money.currency);
  }

  /** Of the deal, or of one line (NO_LINE: all of it) and some shares (null: all of it). */
  of(row: number, line: number, shares: readonly CodedShare[] | null): number {
    return shares === null ? this.unsplit(row, line) : this.shared(row, line, shares);
  }

  /**
   * Of each of many that is counted: nearly all are whole deals in the company's currency, which are read from the columns in
   * one loop. What is not counted need not be convertible.
   */
  ofEach(
    rows: Int32Array,
    lines: Int32Array | null,
    shares: readonly (readonly CodedShare[] | null)[] | null,
    isCounted: (at: number) => boolean,
  ): Float64Array {
    const { ints, doubles } = this.table.cells;
    const [{ currency }, { amount }] = [ints, doubles];
    const amounts = new Float64Array(rows.length);
    for (let at = 0; at < rows.length; at += 1) {
      const row = rows[at] as number;
      const line = lines === null ? NO_LINE : (lines[at] as number);
      const some = shares === null ? null : (shares[at] ?? null);
      const isPlain = line === NO_LINE && some === null && currency[row] === this.own;
      if (isPlain) amounts[at] = amount[row] as number;
      else if (isCounted(at)) amounts[at] = this.of(row, line, some);
    }
    return amounts;
  }

  /** What each who has a share of a split deal has of it, or of the line. */
  parts(row: number, line: number): readonly number[] {
    const points = (this.table.splitOf(row) ?? []).map(({ basisPoints }) => basisPoints);
    if (line === NO_LINE) return allocate(this.whole(row), points);
    return linesShared(this.amountsOfLines(row), points)[this.placeOf(line, row)] ?? [];
  }

  private shared(row: number, line: number, shares: readonly CodedShare[]): number {
    const all = this.table.splitOf(row) ?? [];
    const parts = this.parts(row, line);
    return shares.reduce((sum, share) => sum + (parts[all.indexOf(share)] ?? 0), 0);
  }

  private unsplit(row: number, line: number): number {
    if (line === NO_LINE) return this.whole(row);
    return this.isOwn(row) ? this.table.lines.amount(line) : (this.amountsOfLines(row)[this.placeOf(line, row)] ?? 0);
  }

  private whole(row: number): number {
    const amount = this.table.cells.doubles.amount[row] as number;
    if (this.isOwn(row)) return amount;
    const currency = this.table.texts.currency.text(this.table.cells.ints.currency[row] as number) as string;
    return this.money.on(this.rateDay(row), { amount, currency });
  }

  private isOwn(row: number): boolean {
    return this.table.cells.ints.currency[row] === this.own;
  }

  private amountsOfLines(row: number): readonly number[] {
    const amounts = this.table.lines.amountsIn(this.table.linesOf(row));
    return this.isOwn(row) ? amounts : allocate(this.whole(row), amounts);
  }

  /** Among the lines of the deal. */
  private placeOf(line: number, row: number): number {
    return line - this.table.linesOf(row).first;
  }

  /** The day whose exchange rate tells what the deal is worth. */
  private rateDay(row: number): CalendarDate {
    const { ints, doubles } = this.table.cells;
    if (ints.status[row] === OPEN) return this.money.today;
    return dateOfDay(ints.signedOn[row] as number) ?? this.money.dayOf(doubles.closedAt[row] as number);
  }
}
