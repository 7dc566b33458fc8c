import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { CustomerContactAdded, CustomerContactChanged } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import { type PutCustomerContact, putCustomerContact } from '../domain/put-customer-contact.js';
import type { ErasedRefusal } from '../domain/refuse-erased.js';
import type { MergedRefusal } from '../domain/refuse-merged.js';

type Fields = Omit<PutCustomerContact, 'customerId'>;

export class PutCustomerContactCommand extends Command<Answer<ErasedRefusal | MergedRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decidePutCustomerContact =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerContactAdded | CustomerContactChanged, ErasedRefusal | MergedRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    (await mayWrite(runner, actor, customer.ownerId)) ?? putCustomerContact({ ...fields, customerId: id }, customer);

@CommandHandler(PutCustomerContactCommand)
export class PutCustomerContactHandler implements ICommandHandler<PutCustomerContactCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: PutCustomerContactCommand): Promise<Answer<ErasedRefusal | MergedRefusal>> {
    const decide = decidePutCustomerContact(this.runner, fields, context.actor);
    return this.runner.change(customerDecider, id, context, decide);
  }
}
