import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import type { TaskReassigned } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type ReassignTask, type ReassignTaskRefusal, reassignTask } from '../domain/reassign-task.js';

type Fields = Omit<ReassignTask, 'activityId'>;

export class ReassignTaskCommand extends Command<Answer<ReassignTaskRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Whose task it is decides who may give it to another. */
export const decideReassignTask =
  (
    runner: CommandRunner,
    { repId }: Fields,
    actor: Actor,
  ): Decision<Activity, TaskReassigned, ReassignTaskRefusal | 'NotAllowed'> =>
  async (task, { id }) =>
    (await mayWrite(runner, actor, task.repId)) ??
    reassignTask({ activityId: id, repId }, task, await runner.state(repDecider, repId));

@CommandHandler(ReassignTaskCommand)
export class ReassignTaskHandler implements ICommandHandler<ReassignTaskCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ReassignTaskCommand): Promise<Answer<ReassignTaskRefusal>> {
    return this.runner.change(activityDecider, id, context, decideReassignTask(this.runner, fields, context.actor));
  }
}
