import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { processOf } from '../deal-facts.js';
import { type AdvanceDeal, type AdvanceDealRefusal, advanceDeal } from '../domain/advance-deal.js';
import type { DealAdvanced } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';

type Fields = Omit<AdvanceDeal, 'dealId'>;

export class AdvanceDealCommand extends Command<Answer<AdvanceDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideAdvanceDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealAdvanced, AdvanceDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const [denied, process] = await Promise.all([mayWrite(runner, actor, deal.ownerId), processOf(runner, deal)]);
    return denied ?? advanceDeal({ ...fields, dealId: id }, deal, process);
  };

@CommandHandler(AdvanceDealCommand)
export class AdvanceDealHandler implements ICommandHandler<AdvanceDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: AdvanceDealCommand): Promise<Answer<AdvanceDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideAdvanceDeal(this.runner, fields, context.actor));
  }
}
