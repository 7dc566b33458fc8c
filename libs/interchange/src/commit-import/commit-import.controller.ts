import { Body, Controller, Inject, Post } from '@nestjs/common';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { OneOf, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import { mustBe } from '#people/access.contract.js';
import { commitImport } from '../domain/commit-import.js';
import type { DuplicateChoice } from '../domain/import.events.js';
import { type Import, importDecider } from '../domain/import.state.js';
import { enqueueImport, uploadFolder } from '../import-job/import-job.js';
import { commitProblems } from '../interchange.problems.js';
import { forgetPreview } from '../upload-import/kept-preview.js';

const CHOICES = ['create', 'skip', 'useExisting'] as const satisfies readonly DuplicateChoice[];

class CommitImportBody extends WriteBody {
  @OneOf(CHOICES, {
    optional: true,
    description:
      'What becomes of customers who are likely there already, or in a row above, by more than a domain: added (default), left out, or added and merged into who is there',
  })
  duplicates?: DuplicateChoice | null;
}

@Controller('imports')
export class CommitImportController {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(JOBS) private readonly jobs: Jobs,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post(':id/commit')
  @DocumentedWrite({
    tag: 'imports',
    status: 200,
    summary: 'Import what was uploaded, in the background',
    refusals: commitProblems,
  })
  async commit(
    @IdParam() id: string,
    @Body() body: CommitImportBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const { actor } = context;
    const committedBy = { id: actor.id, role: actor.role };
    const { duplicates = null } = body;
    const outcome = await this.runner.change(
      importDecider,
      id,
      context,
      (state: Import) => mustBe(actor, 'manager') ?? commitImport({ importId: id, committedBy, duplicates }, state),
    );
    const written = answer(outcome, commitProblems);
    // It was there to choose by.
    await forgetPreview(uploadFolder(this.settings, id));
    // Also for a repeated request: the first one may have ended between the event and the job.
    await enqueueImport(this.jobs, id);
    return written;
  }
}
