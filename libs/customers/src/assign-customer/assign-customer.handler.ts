import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { type AssignCustomer, type AssignCustomerRefusal, assignCustomer } from '../domain/assign-customer.js';
import type { CustomerAssigned } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';

type Fields = Omit<AssignCustomer, 'customerId'>;

export class AssignCustomerCommand extends Command<Answer<AssignCustomerRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Whose customer it is decides who may assign it; out of the shared pool, whose it becomes. */
export const decideAssignCustomer =
  (
    runner: CommandRunner,
    { ownerId }: Fields,
    actor: Actor,
  ): Decision<Customer, CustomerAssigned, AssignCustomerRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    (await mayWrite(runner, actor, customer.ownerId ?? ownerId)) ??
    assignCustomer({ customerId: id, ownerId }, customer, await runner.state(repDecider, ownerId));

@CommandHandler(AssignCustomerCommand)
export class AssignCustomerHandler implements ICommandHandler<AssignCustomerCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: AssignCustomerCommand): Promise<Answer<AssignCustomerRefusal>> {
    return this.runner.change(customerDecider, id, context, decideAssignCustomer(this.runner, fields, context.actor));
  }
}
