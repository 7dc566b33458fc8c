import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { reject } from '#kernel/outcome.js';
import { mustBe, type NotAllowed } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { type SaveReportRefusal, saveReport } from '../domain/save-report.js';
import type { ReportSaved } from '../domain/saved-report.events.js';
import { type SavedReport, savedReportDecider } from '../domain/saved-report.state.js';

type SavedFields = Omit<ReportSaved['data'], 'reportId'>;

export class SaveReportCommand extends Command<Answer<SaveReportRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Omit<SavedFields, 'ownerId'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Reps and managers save reports, and change and discard their own. */
export const mayKeep = (actor: Actor, ownerId: string): NotAllowed | null => {
  const denied = mustBe(actor, 'rep', 'manager');
  if (denied || actor.role === 'admin' || ownerId === actor.id) return denied;
  return reject('NotAllowed', 'It is the report of somebody else');
};

export const decideSaveReport =
  (
    runner: CommandRunner,
    fields: SavedFields,
    actor: Actor,
  ): Decision<SavedReport | null, ReportSaved, SaveReportRefusal | 'NotAllowed'> =>
  async (saved, { id: reportId }) => {
    const denied = mayKeep(actor, saved?.ownerId ?? fields.ownerId);
    if (denied) return denied;
    const recipients = fields.schedule?.recipients ?? [];
    const known = await Promise.all(recipients.map((repId) => runner.state(repDecider, repId)));
    const unknown = recipients.filter((_, index) => known[index] === null);
    return saveReport({ ...fields, reportId }, saved, unknown);
  };

@CommandHandler(SaveReportCommand)
export class SaveReportHandler implements ICommandHandler<SaveReportCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: SaveReportCommand): Promise<Answer<SaveReportRefusal>> {
    const { actor } = context;
    const decide = decideSaveReport(this.runner, { ...fields, ownerId: actor.id }, actor);
    return this.runner.create(savedReportDecider, id, context, decide);
  }
}
