import { Module } from '@nestjs/common';
import { QuotaVersionsController } from './quota-versions/quota-versions.controller.js';
import { SetQuotaController } from './set-quota/set-quota.controller.js';
import { SetQuotaHandler } from './set-quota/set-quota.handler.js';

@Module({ controllers: [SetQuotaController, QuotaVersionsController], providers: [SetQuotaHandler] })
export class ForecastingModule {}
