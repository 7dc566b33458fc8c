import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { Outcome } from '#kernel/outcome.js';
import { discardReport } from '../domain/discard-report.js';
import type { ReportDiscarded } from '../domain/saved-report.events.js';
import { type SavedReport, savedReportDecider } from '../domain/saved-report.state.js';
import { mayKeep } from '../save-report/save-report.handler.js';

export class DiscardReportCommand extends Command<Answer<never>> {
  constructor(
    readonly id: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideDiscardReport =
  (actor: Actor) =>
  (saved: SavedReport): Outcome<ReportDiscarded, 'NotAllowed'> =>
    mayKeep(actor, saved.ownerId) ?? discardReport(saved);

@CommandHandler(DiscardReportCommand)
export class DiscardReportHandler implements ICommandHandler<DiscardReportCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, context }: DiscardReportCommand): Promise<Answer<never>> {
    return this.runner.change(savedReportDecider, id, context, decideDiscardReport(context.actor));
  }
}
