import type { Decider } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';
import type { QuotaEvent, QuotaTarget } from './quota.events.js';

export type Quota = QuotaTarget & Readonly<{ amount: Money }>;

/** The record of a quota, `rep~<id>~<period>`. Ids may have `~` in them, scopes and periods never. */
export const quotaIdOf = ({ scope, scopeId, period }: QuotaTarget): string => `${scope}~${scopeId}~${period}`;

export const quotaDecider: Decider<Quota | null, QuotaEvent> = {
  category: 'quota',
  types: { QuotaSet: 'quota-set.v1' },
  initial: null,
  evolve: (_quota, event) => {
    switch (event.type) {
      case 'QuotaSet': {
        const { scope, scopeId, period, amount } = event.data;
        return { scope, scopeId, period, amount };
      }
    }
  },
};
