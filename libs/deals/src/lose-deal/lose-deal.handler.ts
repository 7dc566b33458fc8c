import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { DealLost } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type LoseDeal, type LoseDealRefusal, loseDeal } from '../domain/lose-deal.js';

type Fields = Omit<LoseDeal, 'dealId'>;

export class LoseDealCommand extends Command<Answer<LoseDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideLoseDeal =
  (runner: CommandRunner, fields: Fields, actor: Actor): Decision<Deal, DealLost, LoseDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? loseDeal({ ...fields, dealId: id }, deal);

@CommandHandler(LoseDealCommand)
export class LoseDealHandler implements ICommandHandler<LoseDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: LoseDealCommand): Promise<Answer<LoseDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideLoseDeal(this.runner, fields, context.actor));
  }
}
