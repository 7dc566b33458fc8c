import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { discardReport } from '../domain/discard-report.js';
import { savedReportDecider } from '../domain/saved-report.state.js';
import { mayKeep } from '../save-report/save-report.handler.js';

export class DiscardReportCommand extends Command<Answer<never>> {
  constructor(
    readonly id: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(DiscardReportCommand)
export class DiscardReportHandler implements ICommandHandler<DiscardReportCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, context }: DiscardReportCommand): Promise<Answer<never>> {
    return this.runner.change(
      savedReportDecider,
      id,
      context,
      (saved) => mayKeep(context.actor, saved) ?? discardReport(saved),
    );
  }
}
