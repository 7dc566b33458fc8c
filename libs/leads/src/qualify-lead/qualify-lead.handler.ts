import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWriteLead } from '../access.js';
import type { LeadQualified } from '../domain/lead.events.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';
import { type QualifyLead, qualifyLead } from '../domain/qualify-lead.js';
import type { ConvertedRefusal } from '../domain/refuse-converted.js';

type Fields = Omit<QualifyLead, 'leadId'>;

export class QualifyLeadCommand extends Command<Answer<ConvertedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideQualifyLead =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Lead, LeadQualified, ConvertedRefusal | 'NotAllowed'> =>
  async (lead, { id }) =>
    (await mayWriteLead(runner, actor, lead.ownerId)) ?? qualifyLead({ ...fields, leadId: id }, lead);

@CommandHandler(QualifyLeadCommand)
export class QualifyLeadHandler implements ICommandHandler<QualifyLeadCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: QualifyLeadCommand): Promise<Answer<ConvertedRefusal>> {
    return this.runner.change(leadDecider, id, context, decideQualifyLead(this.runner, fields, context.actor));
  }
}
