import { Module } from '@nestjs/common';
import { ChangeCalendarController } from './change-calendar/change-calendar.controller.js';
import { ChangeCalendarHandler } from './change-calendar/change-calendar.handler.js';
import { CompanyController } from './company-versions/company.controller.js';

@Module({
  controllers: [ChangeCalendarController, CompanyController],
  providers: [ChangeCalendarHandler],
})
export class CompanyModule {}
