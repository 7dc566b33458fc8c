import { Controller, Inject, Post } from '@nestjs/common';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import { mustBe } from '#people/access.contract.js';
import { commitImport } from '../domain/commit-import.js';
import { type Import, importDecider } from '../domain/import.state.js';
import { enqueueImport } from '../import-job/import-job.js';

@Controller('imports')
export class CommitImportController {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  @Post(':id/commit')
  @DocumentedWrite({
    tag: 'imports',
    status: 200,
    summary: 'Import what was uploaded, in the background',
    refusals: {},
  })
  async commit(@IdParam() id: string, @Context() context: CommandContext): Promise<Written> {
    const { actor } = context;
    const committedBy = { id: actor.id, role: actor.role };
    const outcome = await this.runner.change(
      importDecider,
      id,
      context,
      (state: Import) => mustBe(actor, 'manager') ?? commitImport({ importId: id, committedBy }, state),
    );
    const written = answer(outcome, {});
    // Also for a repeated request: the first one may have ended between the event and the job.
    await enqueueImport(this.jobs, id);
    return written;
  }
}
