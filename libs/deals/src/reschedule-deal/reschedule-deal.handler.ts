import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { DealRescheduled } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type RescheduleDeal, type RescheduleDealRefusal, rescheduleDeal } from '../domain/reschedule-deal.js';

type Fields = Omit<RescheduleDeal, 'dealId'>;

export class RescheduleDealCommand extends Command<Answer<RescheduleDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideRescheduleDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealRescheduled, RescheduleDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? rescheduleDeal({ ...fields, dealId: id }, deal);

@CommandHandler(RescheduleDealCommand)
export class RescheduleDealHandler implements ICommandHandler<RescheduleDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: RescheduleDealCommand): Promise<Answer<RescheduleDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideRescheduleDeal(this.runner, fields, context.actor));
  }
}
