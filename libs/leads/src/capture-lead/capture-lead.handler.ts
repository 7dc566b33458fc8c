import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Actor } from '#kernel/actor.js';
import { repDecider } from '#people/people.contract.js';
import { mayWriteLead } from '../access.js';
import { type CaptureLead, type CaptureLeadRefusal, captureLead } from '../domain/capture-lead.js';
import type { LeadCaptured } from '../domain/lead.events.js';
import { type Lead, leadDecider } from '../domain/lead.state.js';

type Fields = Omit<CaptureLead, 'leadId' | 'customerId'>;

export class CaptureLeadCommand extends Command<Answer<CaptureLeadRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideCaptureLead =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Lead | null, LeadCaptured, CaptureLeadRefusal | 'NotAllowed'> =>
  async (lead, { id }) => {
    const { ownerId } = fields;
    const owner = ownerId === null ? null : await runner.state(repDecider, ownerId);
    const command = { ...fields, leadId: id, customerId: uuidv5(`customer of lead ${id}`, ANNALS_NAMESPACE) };
    return (await mayWriteLead(runner, actor, ownerId)) ?? captureLead(command, lead, owner);
  };

@CommandHandler(CaptureLeadCommand)
export class CaptureLeadHandler implements ICommandHandler<CaptureLeadCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: CaptureLeadCommand): Promise<Answer<CaptureLeadRefusal>> {
    return this.runner.create(leadDecider, id, context, decideCaptureLead(this.runner, fields, context.actor));
  }
}
