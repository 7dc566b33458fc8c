import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayPool } from '../access.js';
import type { CustomerReleased } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import type { MergedRefusal } from '../domain/refuse-merged.js';
import { type ReleaseCustomer, releaseCustomer } from '../domain/release-customer.js';

type Fields = Omit<ReleaseCustomer, 'customerId'>;

export class ReleaseCustomerCommand extends Command<Answer<MergedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideReleaseCustomer =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerReleased, MergedRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    (await mayPool(runner, actor, customer.ownerId)) ?? releaseCustomer({ ...fields, customerId: id }, customer);

@CommandHandler(ReleaseCustomerCommand)
export class ReleaseCustomerHandler implements ICommandHandler<ReleaseCustomerCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReleaseCustomerCommand): Promise<Answer<MergedRefusal>> {
    return this.runner.change(customerDecider, id, context, decideReleaseCustomer(this.runner, fields, context.actor));
  }
}
