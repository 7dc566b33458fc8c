import { open, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { Controller, Delete, Get, HttpCode, Inject, Param, Post, StreamableFile } from '@nestjs/common';
import { ApiHeader, ApiOperation, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { validate } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { Context } from '#http/command-context.param.js';
import { notAllowed, notFound, ProblemException } from '#http/problem.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { enqueueExport, exportDirectory, exportJobId, readExportReport } from '../export-job/export-job.js';

type ExportStatus = Readonly<{
  id: string;
  state: 'exporting' | 'completed' | 'failed';
  progress: object | null;
  error: string | null;
  events: number | null;
  omitted: number | null;
  files: readonly Readonly<{ name: string; rows: number }>[];
}>;

/**
 * Exports of everything, for admins and analysts. An export is no fact: it is a job, and then a folder of files, until
 * it is deleted. Its id is a UUID of ours, so that it can name the folder.
 */
@ApiTags('exports')
@ApiResponse({ status: 403, description: 'NotAllowed: it takes an admin or an analyst' })
@Controller('exports')
export class ExportsController {
  constructor(
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post()
  @HttpCode(202)
  @ApiOperation({ summary: 'Export everything as interchange files, in the background' })
  @ApiHeader({ name: 'Idempotency-Key', required: false, description: 'The same key again: the same export' })
  @ApiResponse({ status: 202, description: '`id`, for `GET /api/exports/{id}`' })
  async startExport(@Context() { actor, commandId }: CommandContext): Promise<Readonly<{ id: string }>> {
    mayExport(actor);
    await enqueueExport(this.jobs, commandId);
    return { id: commandId };
  }

  @Get(':id')
  @ApiOperation({
    summary: 'How far an export is, and its files',
    description: '`state`: exporting, completed, failed; `omitted`: events that no file has (tokens, receipts)',
  })
  @ApiResponse({ status: 404, description: 'NotFound: never started, or deleted' })
  async getExport(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<ExportStatus> {
    mayExport(actor);
    return this.statusOf(id);
  }

  @Get(':id/files/:name')
  @ApiOperation({ summary: 'Download a file of a completed export' })
  @ApiProduces('text/csv', 'application/json')
  @ApiResponse({ status: 404, description: 'NotFound: the export has no such file' })
  async downloadExportFile(
    @Param('id') id: string,
    @Param('name') name: string,
    @Context() { actor }: CommandContext,
  ): Promise<StreamableFile> {
    mayExport(actor);
    const { files } = await this.statusOf(id);
    const missing = notFound(`The export has no file ${name}`);
    if (!files.some((file) => file.name === name)) throw missing;
    const file = await open(join(exportDirectory(this.settings, id), name)).catch(() => {
      throw missing;
    });
    const { size } = await file.stat();
    return new StreamableFile(file.createReadStream(), {
      type: name.endsWith('.json') ? 'application/json; charset=utf-8' : 'text/csv; charset=utf-8',
      disposition: `attachment; filename="${name}"`,
      length: size,
    });
  }

  @Delete(':id')
  @HttpCode(204)
  @ApiOperation({ summary: 'Delete the files of an export' })
  @ApiResponse({ status: 404, description: 'NotFound: never started, or deleted' })
  @ApiResponse({ status: 409, description: 'The export is still under way' })
  async deleteExport(@Param('id') id: string, @Context() { actor }: CommandContext): Promise<void> {
    mayExport(actor);
    const { state } = await this.statusOf(id);
    if (state === 'exporting') {
      throw new ProblemException(409, 'ExportUnderWay', 'The export is still under way', `Export ${id} goes on`);
    }
    await rm(exportDirectory(this.settings, id), { recursive: true, force: true });
  }

  private async statusOf(id: string): Promise<ExportStatus> {
    const unknown = notFound(`There is no export ${id}`);
    if (!validate(id)) throw unknown;
    const job = await this.jobs.status(exportJobId(id));
    // After the job: it may write the report between two looks.
    const report = await readExportReport(this.settings, id);
    if (report) {
      const files = Object.entries(report.files).map(([name, rows]) => ({ name, rows }));
      const { events, omitted } = report;
      return { id, state: 'completed', progress: null, error: null, events, omitted, files };
    }
    if (job === null || job.state === 'done') throw unknown;
    const state = job.state === 'failed' ? 'failed' : 'exporting';
    return { id, state, progress: job.progress, error: job.error, events: null, omitted: null, files: [] };
  }
}

const mayExport = (actor: Actor): void => {
  const denied = mustBe(actor, 'analyst');
  if (denied) throw notAllowed(denied.detail);
};
