import { Module } from '@nestjs/common';
import { ReportController } from './report/report.controller.js';
import { ReportHandler } from './report/report.query.js';
import { ReportDealsController } from './report-deals/report-deals.controller.js';
import { ReportDealsHandler } from './report-deals/report-deals.query.js';
import { ReportFilesController } from './report-files/report-files.controller.js';

@Module({
  controllers: [ReportController, ReportDealsController, ReportFilesController],
  providers: [ReportHandler, ReportDealsHandler],
})
export class ReportsModule {}
