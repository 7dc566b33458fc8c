import { Controller, Get, Inject } from '@nestjs/common';
import { ApiResponse } from '@nestjs/swagger';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { customersAt } from '#customers/customer-versions/customers-at.contract.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedRead } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { notAllowed, notFound } from '#http/problem.js';
import { JOBS, type JobStatus, type Jobs } from '#jobs/jobs.js';
import { mustBe } from '#people/access.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { type Import, importDecider } from '../domain/import.state.js';
import { jobIdOf, readReport, uploadFolder } from '../import-job/import-job.js';
import { readPreview } from '../upload-import/kept-preview.js';

/** An answer lists so many rejected rows; the report in the data folder has more. */
const LISTED = 1000;

@Controller('imports')
export class ImportStatusController {
  constructor(
    private readonly runner: CommandRunner,
    private readonly readModels: ReadModels,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':id')
  @DocumentedRead({
    tag: 'imports',
    summary: 'What an upload holds, how far its import is, and which rows it rejected',
  })
  @ApiResponse({ status: 403, description: 'NotAllowed: rows as they were uploaded are for managers and admins' })
  async getImport(@IdParam() id: string, @Context() { actor, now }: CommandContext) {
    const denied = mustBe(actor, 'manager');
    if (denied) throw notAllowed(denied.detail);
    const { state, revision, position } = await this.runner.record(importDecider, id);
    if (state === null) throw notFound(`There is no import ${id}`);
    const [job, report, preview] = await Promise.all([
      state.committedBy ? this.jobs.status(jobIdOf(id)) : null,
      state.completed ? readReport(this.settings, id) : null,
      state.committedBy
        ? null
        : readPreview(uploadFolder(this.settings, id), () => customersAt(this.readModels, now, now)),
    ]);
    const { kind, fileName, rows, columns, decimal = null, duplicates, completed } = state;
    const rejected = report?.rejected.slice(0, LISTED) ?? [];
    return {
      ...{ id, kind, fileName, rows, mapping: columns, decimal, duplicates, state: phaseOf(state, job) },
      preview,
      ...{ revision: String(revision), position: String(position) },
      progress: job?.progress ?? null,
      error: completed ? null : (job?.error ?? null),
      counts: completed,
      files: report?.files ?? {},
      rejected,
      rejectedUnlisted: report ? report.rejectedUnlisted + report.rejected.length - rejected.length : 0,
      repairs: report?.repairs ?? [],
      notices: report?.notices ?? [],
    };
  }
}

const phaseOf = ({ committedBy, completed }: Import, job: JobStatus | null): string => {
  if (completed) return 'completed';
  if (committedBy === null) return 'previewed';
  return job?.state === 'failed' ? 'failed' : 'importing';
};
