import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { type SpanCells, STATUSES } from '../deal-figures/span-cells.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import { type Credit, SpanView } from '../deal-figures/span-view.js';
import type { Deal } from '../domain/deal.state.js';

/**
 * What a deal went through until an instant, as known at an instant: stretches of time in which nothing about it changed,
 * without a gap, oldest first, by their places from 0 on. A stretch has no duration when two things happened at the same
 * instant: the deal passed through that state all the same. The same object is moved from deal to deal: read from it what
 * is wanted, never keep it.
 */
export class DealPath {
  rows: readonly number[] = [];
  private readonly ints: SpanCells['ints'];
  private readonly doubles: SpanCells['doubles'];
  private readonly view: SpanView;

  constructor(
    private readonly table: SpanTable,
    money: CompanyMoney,
    /** Milliseconds since 1970. */
    private readonly asOf: number,
  ) {
    this.ints = table.cells.ints;
    this.doubles = table.cells.doubles;
    this.view = new SpanView(table, money);
  }

  /** How many stretches there are; at least one. */
  get length(): number {
    return this.rows.length;
  }

  /** Of the table of spans. */
  row(place: number): number {
    return this.rows[place] as number;
  }

  /** Milliseconds since 1970. */
  from(place: number): number {
    return this.doubles.validFrom[this.row(place)] as number;
  }

  /** Milliseconds since 1970; null: it goes on. */
  to(place: number): number | null {
    const to = this.doubles.validTo[this.row(place)] as number;
    return to > this.asOf ? null : to;
  }

  status(place: number): Deal['status'] {
    return STATUSES[this.ints.status[this.row(place)] as number] as Deal['status'];
  }

  stage(place: number): string {
    return this.table.texts.stage.text(this.ints.stage[this.row(place)] as number) as string;
  }

  /** Days since 1970-01-01, or NO_DAY. */
  expectedCloseOn(place: number): number {
    return this.ints.expectedCloseOn[this.row(place)] as number;
  }

  /** Whether it was owned by such a one or, if it is split, such a one had a share of it. */
  isHeldBy(place: number, isSuch: (ownerId: string | null) => boolean): boolean {
    const row = this.row(place);
    const { ownerId } = this.table.texts;
    const shares = this.table.splitOf(row);
    if (shares === undefined) return isSuch(ownerId.text(this.ints.ownerId[row] as number));
    return shares.some(({ code }) => isSuch(ownerId.text(code)));
  }

  /** What of it was whose, of such ones; nothing when nobody such held it. */
  creditsAt(place: number, isSuch: (ownerId: string | null) => boolean): readonly Credit[] {
    if (!this.isHeldBy(place, isSuch)) return [];
    const { credits, isSplit } = this.at(place);
    return isSplit ? credits.filter(({ ownerId }) => isSuch(ownerId)) : credits;
  }

  /** All of what the deal was then; see `SpanView` on how to look at it. */
  at(place: number): SpanView {
    this.view.row = this.row(place);
    return this.view;
  }
}
