import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { Instant } from '#kernel/instant.js';
import type { MeetingLogged } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import { type LogMeeting, type LogMeetingRefusal, logMeeting } from '../domain/log-meeting.js';
import type { ReferenceRefusal } from '../domain/references.js';
import { mayRecord } from '../recording.js';

/** Without `startsAt` it started when it occurred. */
type Fields = Omit<LogMeeting, 'activityId' | 'startsAt'> & Readonly<{ startsAt: Instant | null }>;
type Refusal = LogMeetingRefusal | ReferenceRefusal;

export class LogMeetingCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideLogMeeting =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Activity | null, MeetingLogged, Refusal | 'NotAllowed'> =>
  async (activity, { id, at }) => {
    const { refused, customerId } = await mayRecord(runner, actor, fields);
    return refused ?? logMeeting({ ...fields, customerId, startsAt: fields.startsAt ?? at, activityId: id }, activity);
  };

@CommandHandler(LogMeetingCommand)
export class LogMeetingHandler implements ICommandHandler<LogMeetingCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: LogMeetingCommand): Promise<Answer<Refusal>> {
    return this.runner.create(activityDecider, id, context, decideLogMeeting(this.runner, fields, context.actor));
  }
}
