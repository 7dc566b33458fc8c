import { Module } from '@nestjs/common';
import { ChangeCalendarController } from './change-calendar/change-calendar.controller.js';
import { ChangeCalendarHandler } from './change-calendar/change-calendar.handler.js';
import { CompanyController } from './company-versions/company.controller.js';
import { ExchangeRatesController } from './exchange-rates/exchange-rates.controller.js';
import { SetExchangeRateController } from './set-exchange-rate/set-exchange-rate.controller.js';
import { SetExchangeRateHandler } from './set-exchange-rate/set-exchange-rate.handler.js';

@Module({
  controllers: [ChangeCalendarController, CompanyController, SetExchangeRateController, ExchangeRatesController],
  providers: [ChangeCalendarHandler, SetExchangeRateHandler],
})
export class CompanyModule {}
