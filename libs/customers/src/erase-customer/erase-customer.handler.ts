import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import { isRejected } from '#kernel/outcome.js';
import { mustBe } from '#people/access.contract.js';
import { KeyRing } from '#privacy/key-ring.js';
import { type CompleteErasureRefusal, completeCustomerErasure } from '../domain/complete-customer-erasure.js';
import type { CustomerErased, CustomerErasureCompleted } from '../domain/customer.events.js';
import { type Customer, customerDecider } from '../domain/customer.state.js';
import { type EraseCustomer, eraseCustomer } from '../domain/erase-customer.js';
import { enqueueErasure } from './erase-customer-job.js';

type Fields = Omit<EraseCustomer, 'customerId'>;

export class EraseCustomerCommand extends Command<Answer<never>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideEraseCustomer =
  (fields: Fields, actor: Actor): Decision<Customer, CustomerErased, 'NotAllowed'> =>
  (customer, { id }) =>
    mustBe(actor) ?? eraseCustomer({ ...fields, customerId: id }, customer);

export const decideCompleteErasure =
  (actor: Actor): Decision<Customer, CustomerErasureCompleted, CompleteErasureRefusal | 'NotAllowed'> =>
  (customer, { id }) =>
    mustBe(actor) ?? completeCustomerErasure({ customerId: id }, customer);

@CommandHandler(EraseCustomerCommand)
export class EraseCustomerHandler implements ICommandHandler<EraseCustomerCommand> {
  constructor(
    private readonly runner: CommandRunner,
    private readonly keys: KeyRing,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  async execute({ id, fields, context }: EraseCustomerCommand): Promise<Answer<never>> {
    const answer = await this.runner.change(customerDecider, id, context, decideEraseCustomer(fields, context.actor));
    if (isRejected(answer)) return answer;
    // Also for a repeated request: the first one may have ended in between. What is answered is erased.
    await this.keys.destroy(id);
    await enqueueErasure(this.jobs, id);
    return answer;
  }
}
