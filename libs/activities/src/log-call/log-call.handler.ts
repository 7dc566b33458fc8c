import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { CallLogged } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type LogCall, type LogCallRefusal, logCall } from '../domain/log-call.js';
import type { ReferenceRefusal } from '../domain/references.js';
import { mayRecord } from '../recording.js';

type Fields = Omit<LogCall, 'activityId'>;
type Refusal = LogCallRefusal | ReferenceRefusal;

export class LogCallCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideLogCall =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Activity | null, CallLogged, Refusal | 'NotAllowed'> =>
  async (activity, { id }) => {
    const { refused, customerId } = await mayRecord(runner, actor, fields);
    return refused ?? logCall({ ...fields, customerId, activityId: id }, activity);
  };

@CommandHandler(LogCallCommand)
export class LogCallHandler implements ICommandHandler<LogCallCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: LogCallCommand): Promise<Answer<Refusal>> {
    return this.runner.create(activityDecider, id, context, decideLogCall(this.runner, fields, context.actor));
  }
}
