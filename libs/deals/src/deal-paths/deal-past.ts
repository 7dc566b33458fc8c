import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { SpanTable } from '../deal-figures/span-table.js';
import { SpanView } from '../deal-figures/span-view.js';
import type { CategoryOverride } from '../domain/deal.events.js';
import type { Deal } from '../domain/deal.state.js';

/** What a deal came into; `from` in milliseconds since 1970. */
export type PastState = Readonly<{
  from: number;
  stage: string;
  status: Deal['status'];
  signedOn: CalendarDate | null;
}>;

/** A deal as it stood at an instant, with what it had gone through by then, oldest first: what a forecast learns from. */
export type DealPast = Readonly<{
  dealId: string;
  processId: string;
  customerId: string;
  ownerId: string | null;
  /** Of its first line. */
  productId: string | null;
  category: CategoryOverride | null;
  /** In minor units. */
  amount: number;
  /** What of it is whose: of a split deal each share, or else all of it its owner's. */
  credits: readonly Readonly<{ ownerId: string | null; amount: number }>[];
  expectedCloseOn: CalendarDate | null;
  /** Milliseconds since 1970. */
  openedAt: number;
  states: readonly PastState[];
}>;

/** The pasts of all deals until `asOf`, as known at `knownAt`, in milliseconds since 1970. */
export const pastsIn = (table: SpanTable, money: CompanyMoney, asOf: number, knownAt: number): readonly DealPast[] => {
  const pasts: DealPast[] = [];
  const view = new SpanView(table, money);
  table.ofDeals(asOf, knownAt, null, (rows) => {
    const states = rows.map((row): PastState => {
      view.row = row;
      const { validFrom: from, stage, status, signedOn } = view;
      return { from, stage, status, signedOn };
    });
    // The view is at the last of them: how the deal stood then.
    const { dealId, processId, customerId, ownerId, firstProductId: productId, category, amount, credits } = view;
    const { expectedCloseOn, openedAt } = view;
    pasts.push({
      ...{ dealId, processId, customerId, ownerId, productId, category, amount, credits },
      ...{ expectedCloseOn, openedAt, states },
    });
  });
  return pasts;
};
