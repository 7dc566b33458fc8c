import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { type ClaimCustomerRefusal, claimCustomer } from '../domain/claim-customer.js';
import type { CustomerClaimed } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';

export class ClaimCustomerCommand extends Command<Answer<ClaimCustomerRefusal>> {
  constructor(
    readonly id: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Whoever claims takes the customer themselves. */
export const decideClaimCustomer =
  (runner: CommandRunner, actor: Actor): Decision<Customer, CustomerClaimed, ClaimCustomerRefusal | 'NotAllowed'> =>
  async (customer, { id }) =>
    mustBe(actor, 'rep', 'manager') ??
    claimCustomer({ customerId: id, ownerId: actor.id }, customer, await runner.state(repDecider, actor.id));

@CommandHandler(ClaimCustomerCommand)
export class ClaimCustomerHandler implements ICommandHandler<ClaimCustomerCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, context }: ClaimCustomerCommand): Promise<Answer<ClaimCustomerRefusal>> {
    return this.runner.change(customerDecider, id, context, decideClaimCustomer(this.runner, context.actor));
  }
}
