import { Module } from '@nestjs/common';
import { CustomerTimelineController } from './customer-timeline/customer-timeline.controller.js';

@Module({ controllers: [CustomerTimelineController] })
export class HistoryModule {}
