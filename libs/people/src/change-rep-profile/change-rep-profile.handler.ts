import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '../access.contract.js';
import { type ChangeRepProfile, type ChangeRepProfileRefusal, changeRepProfile } from '../domain/change-rep-profile.js';
import type { RepProfileChanged } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';

type Fields = Omit<ChangeRepProfile, 'repId'>;

export class ChangeRepProfileCommand extends Command<Answer<ChangeRepProfileRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChangeRepProfile =
  (fields: Fields, actor: Actor): Decision<Rep, RepProfileChanged, ChangeRepProfileRefusal | 'NotAllowed'> =>
  (rep, { id }) =>
    mustBe(actor) ?? changeRepProfile({ ...fields, repId: id }, rep);

@CommandHandler(ChangeRepProfileCommand)
export class ChangeRepProfileHandler implements ICommandHandler<ChangeRepProfileCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: ChangeRepProfileCommand): Promise<Answer<ChangeRepProfileRefusal>> {
    return this.runner.change(repDecider, id, context, decideChangeRepProfile(fields, context.actor));
  }
}
