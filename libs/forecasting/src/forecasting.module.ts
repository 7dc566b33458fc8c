import { Module } from '@nestjs/common';
import { ForecastController } from './forecast/forecast.controller.js';
import { ForecastHandler } from './forecast/forecast.query.js';
import { QuotaVersionsController } from './quota-versions/quota-versions.controller.js';
import { SetQuotaController } from './set-quota/set-quota.controller.js';
import { SetQuotaHandler } from './set-quota/set-quota.handler.js';

@Module({
  controllers: [SetQuotaController, QuotaVersionsController, ForecastController],
  providers: [SetQuotaHandler, ForecastHandler],
})
export class ForecastingModule {}
