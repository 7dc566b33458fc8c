import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { DealReopened } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type ReopenDeal, type ReopenDealRefusal, reopenDeal } from '../domain/reopen-deal.js';

type Fields = Omit<ReopenDeal, 'dealId'>;

export class ReopenDealCommand extends Command<Answer<ReopenDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideReopenDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealReopened, ReopenDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? reopenDeal({ ...fields, dealId: id }, deal);

@CommandHandler(ReopenDealCommand)
export class ReopenDealHandler implements ICommandHandler<ReopenDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReopenDealCommand): Promise<Answer<ReopenDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideReopenDeal(this.runner, fields, context.actor));
  }
}
