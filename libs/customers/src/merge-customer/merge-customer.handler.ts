import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { Turns } from '#commands/turns.js';
import type { Actor } from '#kernel/actor.js';
import { mayPool } from '../access.js';
import type { CustomerMerged } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import { type MergeCustomer, type MergeCustomerRefusal, mergeCustomer } from '../domain/merge-customer.js';
import { survivorOf } from './survivor.contract.js';

type Fields = Omit<MergeCustomer, 'customerId'>;

export class MergeCustomerCommand extends Command<Answer<MergeCustomerRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Takes the right to write both. */
export const decideMergeCustomer =
  (
    runner: CommandRunner,
    { into }: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerMerged, MergeCustomerRefusal | 'NotAllowed'> =>
  async (customer, { id }) => {
    const survivor = await runner.state(customerDecider, into);
    const denied =
      (await mayPool(runner, actor, customer.ownerId)) ??
      (survivor && (await mayPool(runner, actor, survivor.ownerId)));
    return denied ?? mergeCustomer({ customerId: id, into }, customer, survivor, await survivorOf(runner, into));
  };

@CommandHandler(MergeCustomerCommand)
export class MergeCustomerHandler implements ICommandHandler<MergeCustomerCommand> {
  private readonly turns = new Turns();

  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: MergeCustomerCommand): Promise<Answer<MergeCustomerRefusal>> {
    const decide = decideMergeCustomer(this.runner, fields, context.actor);
    // One after the other: of two customers that are merged into each other at once, the second is refused.
    return this.turns.take('merge', () => this.runner.change(customerDecider, id, context, decide));
  }
}
