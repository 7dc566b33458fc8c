import * as adjusting from './adjust-forecast/adjust-forecast.handler.js';
import type * as adjusted from './domain/forecast-adjustment.events.js';
import * as adjustment from './domain/forecast-adjustment.state.js';
import type * as submitted from './domain/forecast-submission.events.js';
import * as submission from './domain/forecast-submission.state.js';
import * as target from './domain/forecast-target.js';
import { landingWatchDecider } from './domain/landing-watch.state.js';
import type * as named from './domain/leaderboard-name.events.js';
import * as name from './domain/leaderboard-name.state.js';
import type * as events from './domain/quota.events.js';
import * as state from './domain/quota.state.js';
import * as measure from './domain/quota-measure.js';
import type { QuotaTargetRefusal } from './domain/quota-target.js';
import type { SetQuotaRefusal } from './domain/set-quota.js';
import type * as deadlines from './domain/submission-deadline.events.js';
import * as deadline from './domain/submission-deadline.state.js';
import { decideChooseLeaderboardName } from './leaderboard-names/choose-leaderboard-name.handler.js';
import { decideSetQuota } from './set-quota/set-quota.handler.js';
import { decideSetSubmissionDeadline } from './set-submission-deadline/set-submission-deadline.handler.js';
import { decideSubmitForecast } from './submit-forecast/submit-forecast.handler.js';

export type QuotaHolder = events.QuotaHolder;
export type QuotaEvent = events.QuotaEvent;
export type Quota = state.Quota;
export type QuotaGoal = measure.QuotaGoal;
export const QUOTA_MEASURES = measure.QUOTA_MEASURES;

/** How other capabilities read the facts about quotas. */
export const quotaDecider = state.quotaDecider;

/** Every kind of record of this capability. */
export const forecastingDeciders = [
  state.quotaDecider,
  adjustment.forecastAdjustmentDecider,
  submission.forecastSubmissionDecider,
  deadline.submissionDeadlineDecider,
  landingWatchDecider,
  name.leaderboardNameDecider,
];

export type QuotaRefusal = SetQuotaRefusal | QuotaTargetRefusal | 'ExchangeRateMissing';

/** The record of a quota. */
export const quotaIdOf = state.quotaIdOf;

/** What makes the decisions of the commands on quotas, for `CommandRunner.series`. */
export const quotaDecisions = { set: decideSetQuota };

export type ForecastAdjustment = adjustment.ForecastAdjustment;
export type ForecastAdjustmentEvent = adjusted.ForecastAdjustmentEvent;
export type ForecastSubmission = submission.ForecastSubmission;
export type ForecastSubmissionEvent = submitted.ForecastSubmissionEvent;
export type SubmissionDeadline = deadline.SubmissionDeadline;
export type SubmissionDeadlineEvent = deadlines.SubmissionDeadlineEvent;

/** How other capabilities read the facts about what people say of forecasts. */
export const forecastAdjustmentDecider = adjustment.forecastAdjustmentDecider;
export const forecastSubmissionDecider = submission.forecastSubmissionDecider;
export const submissionDeadlineDecider = deadline.submissionDeadlineDecider;

/** The records of an adjustment and of a submission. */
export const adjustmentIdOf = adjustment.adjustmentIdOf;
export const submissionIdOf = target.forecastTargetId;

/** For which team's manager somebody adjusts forecasts. */
export const adjustmentLevelOf = adjusting.levelOf;

/** What makes the decisions of what people say of forecasts, for `CommandRunner.series`. */
export const forecastCallDecisions = {
  adjust: adjusting.decideAdjustForecast,
  submit: decideSubmitForecast,
  setDeadline: decideSetSubmissionDeadline,
};

export type LeaderboardName = name.LeaderboardName;
export type LeaderboardNameEvent = named.LeaderboardNameEvent;

/** What leaderboards call reps: how other capabilities read it, and the decision of a name. */
export const leaderboardNameDecider = name.leaderboardNameDecider;
export const chooseLeaderboardName = decideChooseLeaderboardName;
