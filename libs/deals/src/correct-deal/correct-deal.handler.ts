import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { processOf } from '../deal-facts.js';
import { type CorrectDeal, type CorrectDealRefusal, correctDeal } from '../domain/correct-deal.js';
import type { DealCorrected } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';

type Fields = Omit<CorrectDeal, 'dealId'>;

export class CorrectDealCommand extends Command<Answer<CorrectDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideCorrectDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealCorrected, CorrectDealRefusal | 'NotAllowed'> =>
  async (deal, { id, at }) => {
    const { ownerId } = fields.changes;
    const [denied, process, owner] = await Promise.all([
      mayWrite(runner, actor, deal.ownerId),
      processOf(runner, deal),
      ownerId ? runner.state(repDecider, ownerId) : null,
    ]);
    return denied ?? correctDeal({ ...fields, dealId: id }, deal, process, owner, at);
  };

@CommandHandler(CorrectDealCommand)
export class CorrectDealHandler implements ICommandHandler<CorrectDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: CorrectDealCommand): Promise<Answer<CorrectDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideCorrectDeal(this.runner, fields, context.actor));
  }
}
