import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import type { TaskCompleted } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type CompleteTaskRefusal, completeTask } from '../domain/complete-task.js';

export class CompleteTaskCommand extends Command<Answer<CompleteTaskRefusal>> {
  constructor(
    readonly id: string,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideCompleteTask =
  (runner: CommandRunner, actor: Actor): Decision<Activity, TaskCompleted, CompleteTaskRefusal | 'NotAllowed'> =>
  async (task, { id }) =>
    (await mayWrite(runner, actor, task.repId)) ?? completeTask({ activityId: id }, task);

@CommandHandler(CompleteTaskCommand)
export class CompleteTaskHandler implements ICommandHandler<CompleteTaskCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, context }: CompleteTaskCommand): Promise<Answer<CompleteTaskRefusal>> {
    return this.runner.change(activityDecider, id, context, decideCompleteTask(this.runner, context.actor));
  }
}
