import { Module } from '@nestjs/common';
import { CommitImportController } from './commit-import/commit-import.controller.js';
import { ExportsController } from './exports/exports.controller.js';
import { ImportStatusController } from './import-status/import-status.controller.js';
import { UploadImportController } from './upload-import/upload-import.controller.js';

@Module({ controllers: [UploadImportController, CommitImportController, ImportStatusController, ExportsController] })
export class InterchangeModule {}
