import type { DomainEvent } from '#kernel/event.js';
import type { Money } from '#kernel/money.js';

/** Whose quota: `scopeId` is the id of a rep or of a team. `period` is `2017-03`, `2017-Q1` or `2017` (fiscal). */
export type QuotaTarget = Readonly<{ scope: 'rep' | 'team'; scopeId: string; period: string }>;

/** A quota was set or changed; `from` is what it was before, null for the first. */
export type QuotaSet = DomainEvent<'QuotaSet', QuotaTarget & Readonly<{ amount: Money; from: Money | null }>>;

export type QuotaEvent = QuotaSet;
