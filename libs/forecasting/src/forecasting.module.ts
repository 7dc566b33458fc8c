import { Module } from '@nestjs/common';
import { AdjustForecastController } from './adjust-forecast/adjust-forecast.controller.js';
import { AdjustForecastHandler } from './adjust-forecast/adjust-forecast.handler.js';
import { AttainmentController } from './attainment/attainment.controller.js';
import { AttainmentHandler } from './attainment/attainment.query.js';
import { DealLandingController } from './deal-landing/deal-landing.controller.js';
import { DealLandingHandler } from './deal-landing/deal-landing.query.js';
import { ForecastController } from './forecast/forecast.controller.js';
import { ForecastHandler } from './forecast/forecast.query.js';
import { ForecastAdjustmentsController } from './forecast-adjustments/forecast-adjustments.controller.js';
import { ForecastDealsController } from './forecast-deals/forecast-deals.controller.js';
import { ForecastDealsHandler } from './forecast-deals/forecast-deals.query.js';
import { ForecastHistoryController } from './forecast-history/forecast-history.controller.js';
import { ForecastHistoryHandler } from './forecast-history/forecast-history.query.js';
import { ForecastSubmissionsController } from './forecast-submissions/forecast-submissions.controller.js';
import { LandingController } from './landing/landing.controller.js';
import { LandingsHandler } from './landing/landing.query.js';
import { LandingStatesController } from './landing-changes/landing-states.controller.js';
import { LeaderboardController } from './leaderboard/leaderboard.controller.js';
import { LeaderboardHandler } from './leaderboard/leaderboard.query.js';
import { ChooseLeaderboardNameController } from './leaderboard-names/choose-leaderboard-name.controller.js';
import { ChooseLeaderboardNameHandler } from './leaderboard-names/choose-leaderboard-name.handler.js';
import { QuotaPlanController } from './quota-plan/quota-plan.controller.js';
import { QuotaPlanHandler } from './quota-plan/quota-plan.query.js';
import { QuotaVersionsController } from './quota-versions/quota-versions.controller.js';
import { RepPerformanceController } from './rep-performance/rep-performance.controller.js';
import { RepPerformanceHandler } from './rep-performance/rep-performance.query.js';
import { SetQuotaController } from './set-quota/set-quota.controller.js';
import { SetQuotaHandler } from './set-quota/set-quota.handler.js';
import { SetSubmissionDeadlineController } from './set-submission-deadline/set-submission-deadline.controller.js';
import { SetSubmissionDeadlineHandler } from './set-submission-deadline/set-submission-deadline.handler.js';
import { SubmitForecastController } from './submit-forecast/submit-forecast.controller.js';
import { SubmitForecastHandler } from './submit-forecast/submit-forecast.handler.js';

@Module({
  controllers: [
    SetQuotaController,
    QuotaVersionsController,
    QuotaPlanController,
    ForecastController,
    RepPerformanceController,
    LeaderboardController,
    ChooseLeaderboardNameController,
    AdjustForecastController,
    SubmitForecastController,
    SetSubmissionDeadlineController,
    ForecastAdjustmentsController,
    ForecastSubmissionsController,
    ForecastHistoryController,
    ForecastDealsController,
    LandingController,
    DealLandingController,
    AttainmentController,
    LandingStatesController,
  ],
  providers: [
    SetQuotaHandler,
    QuotaPlanHandler,
    AdjustForecastHandler,
    ForecastHistoryHandler,
    ForecastDealsHandler,
    LandingsHandler,
    DealLandingHandler,
    AttainmentHandler,
    SubmitForecastHandler,
    SetSubmissionDeadlineHandler,
    ForecastHandler,
    RepPerformanceHandler,
    LeaderboardHandler,
    ChooseLeaderboardNameHandler,
  ],
})
export class ForecastingModule {}
