import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import type { NoteTaken } from '../domain/activity.events.js';
import { type Activity, activityDecider } from '../domain/activity.state.js';
import type { ReferenceRefusal } from '../domain/references.js';
import { type TakeNote, type TakeNoteRefusal, takeNote } from '../domain/take-note.js';
import { mayRecord } from '../recording.js';

type Fields = Omit<TakeNote, 'activityId'>;
type Refusal = TakeNoteRefusal | ReferenceRefusal;

export class TakeNoteCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideTakeNote =
  (runner: CommandRunner, fields: Fields, actor: Actor): Decision<Activity | null, NoteTaken, Refusal | 'NotAllowed'> =>
  async (activity, { id }) => {
    const { refused, customerId } = await mayRecord(runner, actor, fields);
    return refused ?? takeNote({ ...fields, customerId, activityId: id }, activity);
  };

@CommandHandler(TakeNoteCommand)
export class TakeNoteHandler implements ICommandHandler<TakeNoteCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: TakeNoteCommand): Promise<Answer<Refusal>> {
    return this.runner.create(activityDecider, id, context, decideTakeNote(this.runner, fields, context.actor));
  }
}
