import * as adjustment from './domain/forecast-adjustment.state.js';
import * as submission from './domain/forecast-submission.state.js';
import { landingWatchDecider } from './domain/landing-watch.state.js';
import { leaderboardNameDecider } from './domain/leaderboard-name.state.js';
import type * as events from './domain/quota.events.js';
import * as state from './domain/quota.state.js';
import type { QuotaTargetRefusal } from './domain/quota-target.js';
import type { SetQuotaRefusal } from './domain/set-quota.js';
import * as deadline from './domain/submission-deadline.state.js';
import { decideSetQuota } from './set-quota/set-quota.handler.js';

export type QuotaHolder = events.QuotaHolder;
export type QuotaEvent = events.QuotaEvent;
export type Quota = state.Quota;

/** How other capabilities read the facts about quotas. */
export const quotaDecider = state.quotaDecider;

/** Every kind of record of this capability. */
export const forecastingDeciders = [
  state.quotaDecider,
  adjustment.forecastAdjustmentDecider,
  submission.forecastSubmissionDecider,
  deadline.submissionDeadlineDecider,
  landingWatchDecider,
  leaderboardNameDecider,
];

export type QuotaRefusal = SetQuotaRefusal | QuotaTargetRefusal | 'ExchangeRateMissing';

/** The record of a quota. */
export const quotaIdOf = state.quotaIdOf;

/** What makes the decisions of the commands on quotas, for `CommandRunner.series`. */
export const quotaDecisions = { set: decideSetQuota };
