import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import type { DealReassigned } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type ReassignDeal, type ReassignDealRefusal, reassignDeal } from '../domain/reassign-deal.js';

type Fields = Omit<ReassignDeal, 'dealId'>;

export class ReassignDealCommand extends Command<Answer<ReassignDealRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideReassignDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealReassigned, ReassignDealRefusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const [denied, owner] = await Promise.all([
      mayWrite(runner, actor, deal.ownerId),
      fields.ownerId === null ? null : runner.state(repDecider, fields.ownerId),
    ]);
    return denied ?? reassignDeal({ ...fields, dealId: id }, deal, owner);
  };

@CommandHandler(ReassignDealCommand)
export class ReassignDealHandler implements ICommandHandler<ReassignDealCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReassignDealCommand): Promise<Answer<ReassignDealRefusal>> {
    return this.runner.change(dealDecider, id, context, decideReassignDeal(this.runner, fields, context.actor));
  }
}
