import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import type { Instant } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import type { ReadStore } from '#read-store/read-store.js';
import { companyAmountOf } from '../deal-record/deal-view.js';
import type { Deal } from '../domain/deal.state.js';
import { dealAt, dealHistory } from './deal-history.projection.js';

/** The read models that `customerDeals` reads. */
export const customerDealProjections = [dealHistory];

/** `amount` in minor units of the company's currency. */
export type DealSum = Readonly<{ deals: number; amount: number }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** How many deals of some customers were open, won and lost at an instant, and what they came to. */
export const customerDeals = async (
  store: ReadStore,
  customerIds: readonly string[],
  money: CompanyMoney,
  at: At,
): Promise<Readonly<Record<Deal['status'], DealSum>>> => {
  const collection = store.collection(dealHistory.documents);
  const ranges = customerIds.map((customerId) => ({ index: 'byCustomer', equals: { customerId } }));
  const sums = { Open: { deals: 0, amount: 0 }, Won: { deals: 0, amount: 0 }, Lost: { deals: 0, amount: 0 } };
  for (const range of ranges) {
    for await (const { doc } of scanAll(collection, range)) {
      const deal = dealAt(doc, at.asOf, at.knownAt)?.deal;
      if (!deal) continue;
      sums[deal.status].deals += 1;
      sums[deal.status].amount += companyAmountOf(deal, money).amount;
    }
  }
  return sums;
};
