import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { type SetSubmissionDeadline, setSubmissionDeadline } from '../domain/set-submission-deadline.js';
import type { SubmissionDeadlineSet } from '../domain/submission-deadline.events.js';
import { type SubmissionDeadline, submissionDeadlineDecider } from '../domain/submission-deadline.state.js';

export class SetSubmissionDeadlineCommand extends Command<Answer<never>> {
  constructor(
    readonly fields: SetSubmissionDeadline,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSetSubmissionDeadline =
  (
    fields: SetSubmissionDeadline,
    actor: Actor,
  ): Decision<SubmissionDeadline | null, SubmissionDeadlineSet, 'NotAllowed'> =>
  (deadline) =>
    mustBe(actor) ?? setSubmissionDeadline(fields, deadline);

@CommandHandler(SetSubmissionDeadlineCommand)
export class SetSubmissionDeadlineHandler implements ICommandHandler<SetSubmissionDeadlineCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ fields, context }: SetSubmissionDeadlineCommand): Promise<Answer<never>> {
    const decide = decideSetSubmissionDeadline(fields, context.actor);
    return this.runner.create(submissionDeadlineDecider, fields.unit, context, decide);
  }
}
