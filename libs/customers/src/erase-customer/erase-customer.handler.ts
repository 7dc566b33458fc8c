import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import { EVENT_STORE, type EventStore } from '#event-store/event-store.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import type { Actor } from '#kernel/actor.js';
import { isRejected } from '#kernel/outcome.js';
import { mustBe } from '#people/access.contract.js';
import { KeyRing } from '#privacy/key-ring.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { mergedCustomerProjections, withMerged } from '../customer-versions/merged-customers.contract.js';
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
    private readonly readModels: ReadModels,
    @Inject(EVENT_STORE) private readonly events: EventStore,
    @Inject(READ_STORE) private readonly reads: ReadStore,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  /** Who was merged into the customer is the same person: they are erased first, so that a repeated request ends it. */
  async execute({ id, fields, context }: EraseCustomerCommand): Promise<Answer<never>> {
    const denied = mustBe(context.actor);
    if (denied) return denied;
    await this.readModels.reach(mergedCustomerProjections, String((await this.events.head()) ?? 0n));
    const [, ...merged] = await withMerged(this.reads, id, { asOf: context.now, knownAt: context.now });
    for (const one of merged) {
      const commandId = uuidv5(`erase ${one} with ${context.commandId}`, ANNALS_NAMESPACE);
      const { expectedRevision: _, idempotency: __, ...same } = context;
      const answer = await this.erase(one, fields, { ...same, commandId });
      if (isRejected(answer)) return answer;
    }
    return this.erase(id, fields, context);
  }

  private async erase(id: string, fields: Fields, context: CommandContext): Promise<Answer<never>> {
    const answer = await this.runner.change(customerDecider, id, context, decideEraseCustomer(fields, context.actor));
    if (isRejected(answer)) return answer;
    // Also for a repeated request: the first one may have ended in between. What is answered is erased.
    await this.keys.destroy(id);
    await enqueueErasure(this.jobs, id);
    return answer;
  }
}
