import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { reject } from '#kernel/outcome.js';
import { mustBe, type NotAllowed } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { type SaveReportRefusal, saveReport } from '../domain/save-report.js';
import type { ReportSaved } from '../domain/saved-report.events.js';
import { type SavedReport, savedReportDecider } from '../domain/saved-report.state.js';

export class SaveReportCommand extends Command<Answer<SaveReportRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Omit<ReportSaved['data'], 'reportId' | 'ownerId'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Reps and managers save reports, and change and discard their own. */
export const mayKeep = (actor: Actor, saved: SavedReport | null): NotAllowed | null => {
  const denied = mustBe(actor, 'rep', 'manager');
  if (denied || actor.role === 'admin' || saved === null || saved.ownerId === actor.id) return denied;
  return reject('NotAllowed', 'It is the report of somebody else');
};

@CommandHandler(SaveReportCommand)
export class SaveReportHandler implements ICommandHandler<SaveReportCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: SaveReportCommand): Promise<Answer<SaveReportRefusal>> {
    return this.runner.create(savedReportDecider, id, context, async (saved, { id: reportId }) => {
      const { actor } = context;
      const denied = mayKeep(actor, saved);
      if (denied) return denied;
      const recipients = fields.schedule?.recipients ?? [];
      const known = await Promise.all(recipients.map((repId) => this.runner.state(repDecider, repId)));
      const unknown = recipients.filter((_, index) => known[index] === null);
      return saveReport({ ...fields, reportId, ownerId: actor.id }, saved, unknown);
    });
  }
}
