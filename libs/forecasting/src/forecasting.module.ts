import { Module } from '@nestjs/common';
import { ForecastController } from './forecast/forecast.controller.js';
import { ForecastHandler } from './forecast/forecast.query.js';
import { LeaderboardController } from './leaderboard/leaderboard.controller.js';
import { LeaderboardHandler } from './leaderboard/leaderboard.query.js';
import { QuotaVersionsController } from './quota-versions/quota-versions.controller.js';
import { RepPerformanceController } from './rep-performance/rep-performance.controller.js';
import { RepPerformanceHandler } from './rep-performance/rep-performance.query.js';
import { SetQuotaController } from './set-quota/set-quota.controller.js';
import { SetQuotaHandler } from './set-quota/set-quota.handler.js';

@Module({
  controllers: [
    SetQuotaController,
    QuotaVersionsController,
    ForecastController,
    RepPerformanceController,
    LeaderboardController,
  ],
  providers: [SetQuotaHandler, ForecastHandler, RepPerformanceHandler, LeaderboardHandler],
})
export class ForecastingModule {}
