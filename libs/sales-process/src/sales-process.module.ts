import { Module } from '@nestjs/common';
import { DefineProcessController } from './define-process/define-process.controller.js';
import { DefineProcessHandler } from './define-process/define-process.handler.js';
import { ProcessVersionsController } from './process-versions/process-versions.controller.js';
import { ReviseProcessController } from './revise-process/revise-process.controller.js';
import { ReviseProcessHandler } from './revise-process/revise-process.handler.js';

@Module({
  controllers: [DefineProcessController, ReviseProcessController, ProcessVersionsController],
  providers: [DefineProcessHandler, ReviseProcessHandler],
})
export class SalesProcessModule {}
