import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { reject } from '#kernel/outcome.js';
import { notificationDecider } from '../domain/notification.state.js';
import { readNotification } from '../domain/read-notification.js';

export class ReadNotificationCommand extends Command<Answer<never>> {
  constructor(
    readonly id: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ReadNotificationCommand)
export class ReadNotificationHandler implements ICommandHandler<ReadNotificationCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, context }: ReadNotificationCommand): Promise<Answer<never>> {
    const { actor } = context;
    return this.runner.change(notificationDecider, id, context, (notification) =>
      actor.role === 'admin' || actor.id === notification.recipientId
        ? readNotification(notification)
        : reject('NotAllowed', 'A notification is read by whom it is for'),
    );
  }
}
