import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWriteLead } from '../access.js';
import { type DisqualifyLead, disqualifyLead } from '../domain/disqualify-lead.js';
import type { LeadDisqualified } from '../domain/lead.events.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';
import type { ConvertedRefusal } from '../domain/refuse-converted.js';

type Fields = Omit<DisqualifyLead, 'leadId'>;

export class DisqualifyLeadCommand extends Command<Answer<ConvertedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideDisqualifyLead =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Lead, LeadDisqualified, ConvertedRefusal | 'NotAllowed'> =>
  async (lead, { id }) =>
    (await mayWriteLead(runner, actor, lead.ownerId)) ?? disqualifyLead({ ...fields, leadId: id }, lead);

@CommandHandler(DisqualifyLeadCommand)
export class DisqualifyLeadHandler implements ICommandHandler<DisqualifyLeadCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: DisqualifyLeadCommand): Promise<Answer<ConvertedRefusal>> {
    return this.runner.change(leadDecider, id, context, decideDisqualifyLead(this.runner, fields, context.actor));
  }
}
