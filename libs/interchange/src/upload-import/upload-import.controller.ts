import { createHash } from 'node:crypto';
import { existsSync } from 'node:fs';
import { rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Inject, Post, Req } from '@nestjs/common';
import { ApiBody, ApiConsumes } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { knownCustomers } from '#customers/likely-duplicates/customer-duplicates.contract.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { badInput, notAllowed } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { mustBe } from '#people/access.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { KINDS } from '../annals/annals-files.js';
import { importDecider } from '../domain/import.state.js';
import { uploadImport } from '../domain/upload-import.js';
import { FORMATS, isFormat } from '../import-folder.js';
import { uploadFolder } from '../import-job/import-job.js';
import { importProblems } from '../interchange.problems.js';
import { UnreadableFile } from '../rows/row.js';
import { forgetUploads } from './forget-uploads.js';
import { keepPreview } from './kept-preview.js';
import { type FolderPreview, type Preview, previewOf, previewOfFolder } from './preview.js';
import { type MultipartRequest, receiveUpload, type Upload } from './receive-upload.js';

type Previewed = Readonly<{ state: 'previewed' }> & (Preview | FolderPreview);

@Controller('imports')
export class UploadImportController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @ApiConsumes('multipart/form-data')
  @ApiBody({
    schema: {
      type: 'object',
      required: ['file'],
      properties: {
        file: {
          type: 'array',
          items: { type: 'string', format: 'binary' },
          description: 'CSV, XLSX or NDJSON; with `format`, the files of a folder under their own names',
        },
        kind: { type: 'string', enum: Object.keys(KINDS), description: 'What the rows of the one file are' },
        format: { type: 'string', enum: [...FORMATS], description: 'What the files are; instead of `kind`' },
        mapping: { type: 'string', description: 'JSON object: our column to the column of the file' },
        decimal: {
          type: 'string',
          enum: ['.', ','],
          description:
            'The mark before decimals in CSV files. Default: a point; with semicolons or tabs between cells, what is unambiguous',
        },
        id: { type: 'string' },
      },
    },
  })
  @DocumentedWrite({
    tag: 'imports',
    summary: 'Upload a file, or those of a folder, and preview',
    refusals: importProblems,
  })
  async upload(@Req() request: MultipartRequest, @Context() context: CommandContext): Promise<Written<Previewed>> {
    const denied = mustBe(context.actor, 'manager');
    if (denied) throw notAllowed(denied.detail);
    const uploads = join(this.settings.dataDir, 'uploads');
    await forgetUploads(this.runner, uploads, Date.now());
    const upload = await receiveUpload(request, uploads);
    try {
      const preview = await this.preview(upload);
      await keepPreview(upload.folder, preview);
      const { kind, fileName, sha256, columns, decimal } = upload;
      const outcome = await this.runner.create(
        importDecider,
        upload.id,
        keyed(context, upload),
        (existing, { id: importId }) =>
          uploadImport(
            {
              importId,
              kind,
              fileName,
              sha256,
              rows: preview.rows,
              columns,
              ...(decimal !== undefined && { decimal }),
            },
            existing,
          ),
      );
      const written = answer(outcome, importProblems, { state: 'previewed' as const, ...preview });
      const folder = uploadFolder(this.settings, written.id);
      if (!existsSync(folder)) await rename(upload.folder, folder);
      return written;
    } finally {
      await rm(upload.folder, { recursive: true, force: true });
    }
  }

  private async preview({ folder, kind, columns }: Upload): Promise<Preview | FolderPreview> {
    const customers = () => knownCustomers(this.readModels, readAtOf({}));
    try {
      return await (isFormat(kind)
        ? previewOfFolder(folder, kind, customers)
        : previewOf(folder, kind, columns, customers));
    } catch (error) {
      if (error instanceof UnreadableFile) throw badInput([{ path: 'file', message: error.message }]);
      throw error;
    }
  }
}

/** The body is no JSON: what tells one request from another under the same key are the files and what is said of them. */
const keyed = (context: CommandContext, { kind, sha256, columns, decimal }: Upload): CommandContext => {
  if (!context.idempotency) return context;
  const fingerprint = createHash('sha256')
    .update(JSON.stringify([kind, sha256, columns, ...(decimal === undefined ? [] : [decimal])]))
    .digest('base64url');
  return { ...context, idempotency: { key: context.idempotency.key, fingerprint } };
};
