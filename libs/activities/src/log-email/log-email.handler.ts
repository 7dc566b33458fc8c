import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { EmailLogged } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type LogEmail, type LogEmailRefusal, logEmail } from '../domain/log-email.js';
import type { ReferenceRefusal } from '../domain/references.js';
import { mayRecord } from '../recording.js';

type Fields = Omit<LogEmail, 'activityId'>;
type Refusal = LogEmailRefusal | ReferenceRefusal;

export class LogEmailCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideLogEmail =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Activity | null, EmailLogged, Refusal | 'NotAllowed'> =>
  async (activity, { id }) => {
    const { refused, customerId } = await mayRecord(runner, actor, fields);
    return refused ?? logEmail({ ...fields, customerId, activityId: id }, activity);
  };

@CommandHandler(LogEmailCommand)
export class LogEmailHandler implements ICommandHandler<LogEmailCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: LogEmailCommand): Promise<Answer<Refusal>> {
    return this.runner.create(activityDecider, id, context, decideLogEmail(this.runner, fields, context.actor));
  }
}
