import type * as events from './domain/quota.events.js';
import * as state from './domain/quota.state.js';
import type { QuotaTargetRefusal } from './domain/quota-target.js';
import type { SetQuotaRefusal } from './domain/set-quota.js';
import { decideSetQuota } from './set-quota/set-quota.handler.js';

export type QuotaTarget = events.QuotaTarget;
export type QuotaEvent = events.QuotaEvent;
export type Quota = state.Quota;

/** How other capabilities read the facts about quotas. */
export const quotaDecider = state.quotaDecider;

export type QuotaRefusal = SetQuotaRefusal | QuotaTargetRefusal;

/** The record of a quota. */
export const quotaIdOf = state.quotaIdOf;

/** What makes the decisions of the commands on quotas, for `CommandRunner.series`. */
export const quotaDecisions = { set: decideSetQuota };
