import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { repDecider } from '#people/people.contract.js';
import { mayPool } from '../access.js';
import { type AddCustomer, type AddCustomerRefusal, addCustomer } from '../domain/add-customer.js';
import type { CustomerAdded } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';

type Fields = Omit<AddCustomer, 'customerId'>;

export class AddCustomerCommand extends Command<Answer<AddCustomerRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideAddCustomer =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Customer | null, CustomerAdded, AddCustomerRefusal | 'NotAllowed'> =>
  async (customer, { id }) => {
    const owner = fields.ownerId === null ? null : await runner.state(repDecider, fields.ownerId);
    return (
      (await mayPool(runner, actor, fields.ownerId)) ?? addCustomer({ ...fields, customerId: id }, customer, owner)
    );
  };

@CommandHandler(AddCustomerCommand)
export class AddCustomerHandler implements ICommandHandler<AddCustomerCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: AddCustomerCommand): Promise<Answer<AddCustomerRefusal>> {
    return this.runner.create(customerDecider, id, context, decideAddCustomer(this.runner, fields, context.actor));
  }
}
