import type { Money } from '#kernel/money.js';
import { type Outcome, reject } from '#kernel/outcome.js';
import type { QuotaSet, QuotaTarget } from './quota.events.js';
import type { Quota } from './quota.state.js';

export type SetQuota = QuotaTarget & Readonly<{ amount: Money }>;
export type SetQuotaRefusal = 'QuotaNegative';

export const setQuota = (
  { scope, scopeId, period, days, amount: { amount, currency } }: SetQuota,
  quota: Quota | null,
): Outcome<QuotaSet, SetQuotaRefusal> => {
  if (amount < 0) return reject('QuotaNegative', 'A quota is 0 or more');
  const from = quota?.amount ?? null;
  if (from?.amount === amount && from.currency === currency) return [];
  return [{ type: 'QuotaSet', data: { scope, scopeId, period, days, amount: { amount, currency }, from } }];
};
