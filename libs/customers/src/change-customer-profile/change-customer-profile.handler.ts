import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { type ChangeCustomerProfile, changeCustomerProfile } from '../domain/change-customer-profile.js';
import type { CustomerProfileChanged } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import type { ErasedRefusal } from '../domain/refuse-erased.js';
import type { MergedRefusal } from '../domain/refuse-merged.js';

type Fields = Omit<ChangeCustomerProfile, 'customerId'>;

export class ChangeCustomerProfileCommand extends Command<Answer<ErasedRefusal | MergedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChangeCustomerProfile =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerProfileChanged, ErasedRefusal | MergedRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    (await mayWrite(runner, actor, customer.ownerId)) ?? changeCustomerProfile({ ...fields, customerId: id }, customer);

@CommandHandler(ChangeCustomerProfileCommand)
export class ChangeCustomerProfileHandler implements ICommandHandler<ChangeCustomerProfileCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ChangeCustomerProfileCommand): Promise<Answer<ErasedRefusal | MergedRefusal>> {
    const decide = decideChangeCustomerProfile(this.runner, fields, context.actor);
    return this.runner.change(customerDecider, id, context, decide);
  }
}
