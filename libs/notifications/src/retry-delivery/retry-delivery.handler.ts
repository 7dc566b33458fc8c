import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { JOBS, type Jobs } from '#jobs/jobs.js';
import { isRejected } from '#kernel/outcome.js';
import { mustBe } from '#people/access.contract.js';
import { enqueueDeliveries } from '../deliver-notification/deliver-notification-job.js';
import type { Channel } from '../domain/notification.events.js';
import { notificationDecider } from '../domain/notification.state.js';
import { type RetryDeliveryRefusal, retryDelivery } from '../domain/retry-delivery.js';

export class RetryDeliveryCommand extends Command<Answer<RetryDeliveryRefusal>> {
  constructor(
    readonly id: string,
    readonly channel: Channel,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(RetryDeliveryCommand)
export class RetryDeliveryHandler implements ICommandHandler<RetryDeliveryCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(JOBS) private readonly jobs: Jobs,
  ) {}

  async execute({ id, channel, context }: RetryDeliveryCommand): Promise<Answer<RetryDeliveryRefusal>> {
    const answer = await this.runner.change(
      notificationDecider,
      id,
      context,
      (notification) => mustBe(context.actor) ?? retryDelivery(channel, notification),
    );
    if (isRejected(answer)) return answer;
    const notification = await this.runner.state(notificationDecider, id);
    // Should the process end just here, the job is found to be missing within minutes.
    if (notification !== null) await enqueueDeliveries(this.jobs, notification);
    return answer;
  }
}
