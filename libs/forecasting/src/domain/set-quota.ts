import { type Outcome, reject } from '#kernel/outcome.js';
import type { QuotaEvent, QuotaTarget } from './quota.events.js';
import type { Quota } from './quota.state.js';
import type { QuotaGoal } from './quota-measure.js';

export type SetQuota = QuotaTarget & QuotaGoal;
export type SetQuotaRefusal = 'QuotaNegative';

export const setQuota = (fields: SetQuota, quota: Quota | null): Outcome<QuotaEvent, SetQuotaRefusal> => {
  const { scope, scopeId, period, days, ...goal } = fields;
  if (sizeOf(goal) < 0) return reject('QuotaNegative', 'A quota is 0 or more');
  const of = { scope, scopeId, period, days };
  if (goal.measure === 'amount') {
    const { amount, currency } = goal.amount;
    const from = quota?.measure === 'amount' ? quota.amount : null;
    if (from?.amount === amount && from.currency === currency) return [];
    return [{ type: 'QuotaSet', data: { ...of, amount: { amount, currency }, from } }];
  }
  const { measure, target } = goal;
  const from = quota?.measure === measure ? quota.target : null;
  return from === target ? [] : [{ type: 'CountQuotaSet', data: { ...of, measure, target, from } }];
};

const sizeOf = (goal: QuotaGoal): number => (goal.measure === 'amount' ? goal.amount.amount : goal.target);
