import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import { SpanView } from '../deal-figures/span-view.js';

/** What is asked about, in milliseconds since 1970. */
export type Times = Readonly<{ asOf: number; knownAt: number }>;

/**
 * A deal as it stood at an instant, with what it had gone through by then: what a forecast learns from. The same object
 * is moved from deal to deal: read from it what is wanted, never keep it.
 */
export class DealPast {
  /** How the deal stood. */
  readonly deal: SpanView;
  private readonly state: SpanView;
  private rows: readonly number[] = [];

  constructor(
    private readonly table: SpanTable,
    money: CompanyMoney,
    private readonly times: Times,
  ) {
    this.deal = new SpanView(table, money);
    this.state = new SpanView(table, money);
  }

  /** @returns whether there was such a deal */
  moveTo(deal: number): boolean {
    this.rows = this.table.pathOf(deal, this.times.asOf, this.times.knownAt);
    const last = this.rows.at(-1);
    if (last === undefined) return false;
    this.deal.row = last;
    return true;
  }

  /** What it was, oldest first: the last of it is how it stood. */
  each(visit: (state: SpanView) => void): void {
    for (const row of this.rows) {
      this.state.row = row;
      visit(this.state);
    }
  }
}
