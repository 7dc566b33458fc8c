import { Module } from '@nestjs/common';
import { CaptureLeadController } from './capture-lead/capture-lead.controller.js';
import { CaptureLeadHandler } from './capture-lead/capture-lead.handler.js';
import { ConvertLeadController } from './convert-lead/convert-lead.controller.js';
import { ConvertLeadHandler } from './convert-lead/convert-lead.handler.js';
import { DisqualifyLeadController } from './disqualify-lead/disqualify-lead.controller.js';
import { DisqualifyLeadHandler } from './disqualify-lead/disqualify-lead.handler.js';
import { LeadDuplicatesController } from './lead-duplicates/lead-duplicates.controller.js';
import { LeadVersionsController } from './lead-versions/lead-versions.controller.js';
import { QualifyLeadController } from './qualify-lead/qualify-lead.controller.js';
import { QualifyLeadHandler } from './qualify-lead/qualify-lead.handler.js';

@Module({
  controllers: [
    CaptureLeadController,
    QualifyLeadController,
    DisqualifyLeadController,
    ConvertLeadController,
    LeadVersionsController,
    LeadDuplicatesController,
  ],
  providers: [CaptureLeadHandler, QualifyLeadHandler, DisqualifyLeadHandler, ConvertLeadHandler],
})
export class LeadsModule {}
