import { Module } from '@nestjs/common';
import { AuditLogController } from './audit-log/audit-log.controller.js';
import { CustomerTimelineController } from './customer-timeline/customer-timeline.controller.js';
import { LogVerificationController } from './log-verification/log-verification.controller.js';
import { PersonalDataController } from './personal-data/personal-data.controller.js';

@Module({
  controllers: [CustomerTimelineController, PersonalDataController, AuditLogController, LogVerificationController],
})
export class HistoryModule {}
