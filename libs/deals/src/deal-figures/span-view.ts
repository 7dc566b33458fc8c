import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import { allocate } from '#kernel/money.js';
import { linesShared } from '../domain/credit-shares.js';
import type { CategoryOverride } from '../domain/deal.events.js';
import type { Deal } from '../domain/deal.state.js';
import { dateOfDay, NO_DAY } from './day-numbers.js';
import { NO_LINE } from './line-cells.js';
import { STATUSES, type TextColumn } from './span-cells.js';
import type { CodedShare, SpanTable } from './span-table.js';

/** What somebody has of a deal, in minor units of the company's currency. */
export type Credit = Readonly<{ ownerId: string | null; amount: number }>;

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

  /** Number of the company's currency; -1 when no deal has it. */
  private readonly own: number;

  constructor(
    private readonly table: SpanTable,
    private readonly money: CompanyMoney,
  ) {
    this.own = table.texts.currency.find(money.currency);
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
  /**
   * Of the deal, or of the line and the shares of it that are looked at, in minor units of the company's currency: so amounts can be summed. A
   * deal in another currency is worth what the rate of its close date makes it, or of the day asked about while it is
   * open; it is rounded once, and its lines share that. Shares of a split deal are exact, by largest remainders, and add up
   * to the same over the lines as of the deal as a whole.
   */
  get amount(): number {
    const { shares } = this;
    if (shares === null) return this.unsplitAmount;
    const all = this.split ?? [];
    const parts = this.partsOf(all);
    return shares.reduce((sum, share) => sum + (parts[all.indexOf(share)] ?? 0), 0);
  }
  private get unsplitAmount(): number {
    const { line, table } = this;
    if (line === NO_LINE) return this.whole;
    return this.isOwn ? table.lines.amount(line) : (this.amountsOfLines[this.lineAt] ?? 0);
  }
  private get whole(): number {
    const own = this.table.cells.doubles.amount[this.row] as number;
    return this.isOwn ? own : this.money.on(this.rateDay, { amount: own, currency: this.currency });
  }
  private get isOwn(): boolean {
    return (this.table.cells.ints.currency[this.row] as number) === this.own;
  }
  private get amountsOfLines(): readonly number[] {
    const amounts = this.table.lines.amountsIn(this.table.linesOf(this.row));
    return this.isOwn ? amounts : allocate(this.whole, amounts);
  }
  private get lineAt(): number {
    return this.line - this.table.linesOf(this.row).first;
  }
  /** What each of the shares has of the deal, or of the line that is looked at. */
  private partsOf(split: readonly CodedShare[]): readonly number[] {
    const points = split.map(({ basisPoints }) => basisPoints);
    if (this.line === NO_LINE) return allocate(this.whole, points);
    return linesShared(this.amountsOfLines, points)[this.lineAt] ?? [];
  }
  /** Who has which share, if the deal is split. */
  private get split(): readonly CodedShare[] | undefined {
    return this.table.splitOf(this.row);
  }
  /** What each rep has of the deal, if it is split, or else its owner, in minor units of the company's currency. */
  get credits(): readonly Credit[] {
    const { split } = this;
    if (split === undefined) return [{ ownerId: this.ownerId, amount: this.amount }];
    const parts = this.partsOf(split);
    return split.map(({ code }, index) => ({
      ownerId: this.table.texts.ownerId.text(code),
      amount: parts[index] ?? 0,
    }));
  }
  get isSplit(): boolean {
    return this.split !== undefined;
  }
  /** The day whose exchange rate tells what the deal is worth. */
  private get rateDay(): CalendarDate {
    if (this.status === 'Open') return this.money.today;
    return this.signedOn ?? this.money.dayOf(this.closedAt);
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
