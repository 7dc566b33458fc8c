import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { processOf } from '../deal-facts.js';
import type { DealMovedBack } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type MoveBackDeal, type MoveBackDealRefusal, moveBackDeal } from '../domain/move-back-deal.js';

type Fields = Omit<MoveBackDeal, 'dealId'>;

export class MoveBackDealCommand extends Command<Answer<MoveBackDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideMoveBackDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealMovedBack, MoveBackDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const [denied, process] = await Promise.all([mayWrite(runner, actor, deal.ownerId), processOf(runner, deal)]);
    return denied ?? moveBackDeal({ ...fields, dealId: id }, deal, process);
  };

@CommandHandler(MoveBackDealCommand)
export class MoveBackDealHandler implements ICommandHandler<MoveBackDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: MoveBackDealCommand): Promise<Answer<MoveBackDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideMoveBackDeal(this.runner, fields, context.actor));
  }
}
