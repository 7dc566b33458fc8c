import { Module } from '@nestjs/common';
import { AuditLogController } from './audit-log/audit-log.controller.js';
import { CustomerTimelineController } from './customer-timeline/customer-timeline.controller.js';

@Module({ controllers: [CustomerTimelineController, AuditLogController] })
export class HistoryModule {}
