import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import type { DealSplit } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type SplitDeal, type SplitDealRefusal, splitDeal } from '../domain/split-deal.js';

type Fields = Omit<SplitDeal, 'dealId'>;

export class SplitDealCommand extends Command<Answer<SplitDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSplitDeal =
  (runner: CommandRunner, fields: Fields, actor: Actor): Decision<Deal, DealSplit, SplitDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const [denied, ...reps] = await Promise.all([
      mayWrite(runner, actor, deal.ownerId),
      ...fields.shares.map(({ repId }) => runner.state(repDecider, repId)),
    ]);
    return denied ?? splitDeal({ ...fields, dealId: id }, deal, reps);
  };

@CommandHandler(SplitDealCommand)
export class SplitDealHandler implements ICommandHandler<SplitDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: SplitDealCommand): Promise<Answer<SplitDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideSplitDeal(this.runner, fields, context.actor));
  }
}
