import { Module } from '@nestjs/common';
import { DiscardReportController } from './discard-report/discard-report.controller.js';
import { DiscardReportHandler } from './discard-report/discard-report.handler.js';
import { ReportController } from './report/report.controller.js';
import { ReportHandler } from './report/report.query.js';
import { ReportDealsController } from './report-deals/report-deals.controller.js';
import { ReportDealsHandler } from './report-deals/report-deals.query.js';
import { ReportFilesController } from './report-files/report-files.controller.js';
import { SaveReportController } from './save-report/save-report.controller.js';
import { SaveReportHandler } from './save-report/save-report.handler.js';
import { SavedReportsController } from './saved-reports/saved-reports.controller.js';

@Module({
  controllers: [
    ReportController,
    ReportDealsController,
    ReportFilesController,
    SaveReportController,
    DiscardReportController,
    SavedReportsController,
  ],
  providers: [ReportHandler, ReportDealsHandler, SaveReportHandler, DiscardReportHandler],
})
export class ReportsModule {}
