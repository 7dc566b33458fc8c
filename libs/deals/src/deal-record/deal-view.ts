import type { CompanyMoney } from '#company/exchange-rates/company-money.contract.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import type { DealVersion } from '../deal-history/deal-history.projection.js';

/** `companyAmount`: in the company's currency, at the rate of the close date, or of the day asked about while open. */
export type DealView = DealVersion['deal'] & Readonly<{ companyAmount: Money; revision: string }>;

/** A version of a deal as it is shown. */
export const viewOf = ({ revision, deal }: DealVersion, money: CompanyMoney): DealView => ({
  ...deal,
  companyAmount: companyAmountOf(deal, money),
  revision: String(revision),
});

/** What the deal is worth in the company's currency. */
export const companyAmountOf = ({ amount, signedOn, closedAt }: DealVersion['deal'], money: CompanyMoney): Money => {
  const closedOn = signedOn ?? (closedAt === null ? money.today : money.dayOf(millisecondsOf(closedAt)));
  return { amount: money.on(closedAt === null ? money.today : closedOn, amount), currency: money.currency };
};
