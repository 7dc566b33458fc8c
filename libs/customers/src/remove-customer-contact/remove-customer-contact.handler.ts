import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { CustomerContactRemoved } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import type { MergedRefusal } from '../domain/refuse-merged.js';
import { type RemoveCustomerContact, removeCustomerContact } from '../domain/remove-customer-contact.js';

type Fields = Omit<RemoveCustomerContact, 'customerId'>;

export class RemoveCustomerContactCommand extends Command<Answer<MergedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideRemoveCustomerContact =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerContactRemoved, MergedRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    (await mayWrite(runner, actor, customer.ownerId)) ?? removeCustomerContact({ ...fields, customerId: id }, customer);

@CommandHandler(RemoveCustomerContactCommand)
export class RemoveCustomerContactHandler implements ICommandHandler<RemoveCustomerContactCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: RemoveCustomerContactCommand): Promise<Answer<MergedRefusal>> {
    const decide = decideRemoveCustomerContact(this.runner, fields, context.actor);
    return this.runner.change(customerDecider, id, context, decide);
  }
}
