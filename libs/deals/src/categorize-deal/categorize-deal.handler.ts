import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { type CategorizeDeal, type CategorizeDealRefusal, categorizeDeal } from '../domain/categorize-deal.js';
import type { DealCategorized } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';

type Fields = Omit<CategorizeDeal, 'dealId'>;

export class CategorizeDealCommand extends Command<Answer<CategorizeDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideCategorizeDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealCategorized, CategorizeDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? categorizeDeal({ ...fields, dealId: id }, deal);

@CommandHandler(CategorizeDealCommand)
export class CategorizeDealHandler implements ICommandHandler<CategorizeDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: CategorizeDealCommand): Promise<Answer<CategorizeDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideCategorizeDeal(this.runner, fields, context.actor));
  }
}
