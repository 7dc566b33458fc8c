import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { CategoryOverride } from '../domain/deal.events.js';
import type { Deal } from '../domain/deal.state.js';
import { Amounts } from './amounts.js';
import { dateOfDay, NO_DAY } from './day-numbers.js';
import { NO_LINE } from './line-cells.js';
import { STATUSES, type TextColumn } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';

/** What somebody has of a deal, in minor units of the company's currency. */
export type Credit = Readonly<{ ownerId: string | null; amount: number }>;

/** What all of them have together. */
export const amountOf = (credits: readonly Credit[]): number => credits.reduce((sum, { amount }) => sum + amount, 0);

/**
 * One row of the table, or one line of its deal: what it was while it held. The same object is moved from row to row:
 * read from it what is wanted, never keep it.
 */
export class SpanView {
  row = 0;
  /** Which line of the deal is looked at, by its number; NO_LINE: the deal as a whole. */
  line = NO_LINE;
  /** Which shares of a split deal are looked at; null: all of the deal. */
  shares: readonly CodedShare[] | null = null;

  private readonly amounts: Amounts;

  constructor(
    private readonly table: SpanTable,
    money: CompanyMoney,
  ) {
    this.amounts = new Amounts(table, money);
  }

  get dealId(): string {
    return this.text('dealId') as string;
  }
  get processId(): string {
    return this.text('processId') as string;
  }
  get stage(): string {
    return this.text('stage') as string;
  }
  get status(): Deal['status'] {
    return STATUSES[this.table.cells.ints.status[this.row] as number] as Deal['status'];
  }
  /** The owner, or who has the one share that is looked at. */
  get ownerId(): string | null {
    return this.table.texts.ownerId.text(this.ownerCode);
  }
  get ownerCode(): number {
    return this.shares?.[0]?.code ?? (this.table.cells.ints.ownerId[this.row] as number);
  }
  /** The owner, whoever has shares of it. */
  get holderId(): string | null {
    return this.text('ownerId');
  }
  get customerId(): string {
    return this.text('customerId') as string;
  }
  /** What a person judges the deal to be; null: as its stage says. */
  get category(): CategoryOverride | null {
    return this.text('category') as CategoryOverride | null;
  }
  /** That of the deal itself. */
  get currency(): string {
    return this.text('currency') as string;
  }
  get lostReason(): string | null {
    return this.text('lostReason');
  }
  get competitor(): string | null {
    return this.text('competitor');
  }
  /** Of the deal, or of the line and the shares of it that are looked at, in minor units of the company's currency. */
  get amount(): number {
    return this.amounts.of(this.row, this.line, this.shares);
  }
  /** What each rep has of the deal, if it is split, or else its owner, in minor units of the company's currency. */
  get credits(): readonly Credit[] {
    const split = this.table.splitOf(this.row);
    if (split === undefined) return [{ ownerId: this.ownerId, amount: this.amount }];
    const parts = this.amounts.parts(this.row, this.line);
    return split.map(({ code }, index) => ({
      ownerId: this.table.texts.ownerId.text(code),
      amount: parts[index] ?? 0,
    }));
  }
  get isSplit(): boolean {
    return this.table.splitOf(this.row) !== undefined;
  }
  /** Of the line that is looked at; null when none is. */
  get productId(): string | null {
    return this.table.lines.products.text(this.table.lines.product(this.line));
  }
  /** Of the line that is looked at; null when none is, or it has none. */
  get model(): string | null {
    return this.table.lines.models.text(this.table.lines.model(this.line));
  }
  /** Of the line that is looked at, or of all of them together. */
  get quantity(): number {
    const { lines } = this.table;
    return this.line === NO_LINE ? lines.quantityIn(this.table.linesOf(this.row)) : lines.quantity(this.line);
  }
  /** The product of the first line of the deal. */
  get firstProductId(): string | null {
    const { lines } = this.table;
    const { first, count } = this.table.linesOf(this.row);
    return count === 0 ? null : lines.products.text(lines.product(first));
  }
  get revision(): number {
    return this.table.cells.ints.revision[this.row] as number;
  }
  get expectedCloseOn(): CalendarDate | null {
    return dateOfDay(this.table.cells.ints.expectedCloseOn[this.row] as number);
  }
  /** The day on which a won deal was signed: its close date. */
  get signedOn(): CalendarDate | null {
    return dateOfDay(this.table.cells.ints.signedOn[this.row] as number);
  }
  /** Whether an expected close date is known. */
  get isDated(): boolean {
    return (this.table.cells.ints.expectedCloseOn[this.row] as number) !== NO_DAY;
  }
  /** Milliseconds since 1970. */
  get openedAt(): number {
    return this.table.cells.doubles.openedAt[this.row] as number;
  }
  /** Of a closed deal, in milliseconds since 1970. */
  get closedAt(): number {
    return this.table.cells.doubles.closedAt[this.row] as number;
  }
  /** Milliseconds since 1970. */
  get validFrom(): number {
    return this.table.cells.doubles.validFrom[this.row] as number;
  }

  /** Milliseconds since 1970; later than any instant for no end. */
  get validTo(): number {
    return this.table.cells.doubles.validTo[this.row] as number;
  }

  /** When the log learned of it, in milliseconds since 1970. */
  get knownFrom(): number {
    return this.table.cells.doubles.knownFrom[this.row] as number;
  }

  /** When the log learned otherwise, in milliseconds since 1970; later than any instant for never. */
  get knownTo(): number {
    return this.table.cells.doubles.knownTo[this.row] as number;
  }

  private text(column: TextColumn): string | null {
    return this.table.texts[column].text(this.table.cells.ints[column][this.row] as number);
  }
}
