import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { TaskAdded } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type AddTask, type AddTaskRefusal, addTask } from '../domain/add-task.js';
import type { ReferenceRefusal } from '../domain/references.js';
import { mayRecord } from '../recording.js';

type Fields = Omit<AddTask, 'activityId'>;
type Refusal = AddTaskRefusal | ReferenceRefusal;

export class AddTaskCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideAddTask =
  (runner: CommandRunner, fields: Fields, actor: Actor): Decision<Activity | null, TaskAdded, Refusal | 'NotAllowed'> =>
  async (activity, { id }) => {
    const { refused, rep, customerId } = await mayRecord(runner, actor, fields);
    return refused ?? addTask({ ...fields, customerId, activityId: id }, activity, rep);
  };

@CommandHandler(AddTaskCommand)
export class AddTaskHandler implements ICommandHandler<AddTaskCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: AddTaskCommand): Promise<Answer<Refusal>> {
    return this.runner.create(activityDecider, id, context, decideAddTask(this.runner, fields, context.actor));
  }
}
