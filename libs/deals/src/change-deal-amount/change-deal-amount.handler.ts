import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { type ChangeDealAmount, type ChangeDealAmountRefusal, changeDealAmount } from '../domain/change-deal-amount.js';
import type { DealAmountChanged } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';

type Fields = Omit<ChangeDealAmount, 'dealId'>;

export class ChangeDealAmountCommand extends Command<Answer<ChangeDealAmountRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChangeDealAmount =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealAmountChanged, ChangeDealAmountRefusal | 'NotAllowed'> =>
  async (deal, { id }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? changeDealAmount({ ...fields, dealId: id }, deal);

@CommandHandler(ChangeDealAmountCommand)
export class ChangeDealAmountHandler implements ICommandHandler<ChangeDealAmountCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ChangeDealAmountCommand): Promise<Answer<ChangeDealAmountRefusal>> {
    return this.runner.change(dealDecider, id, context, decideChangeDealAmount(this.runner, fields, context.actor));
  }
}
