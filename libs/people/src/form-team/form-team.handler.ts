import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '../access.contract.js';
import { type FormTeam, type FormTeamRefusal, formTeam } from '../domain/form-team.js';
import type { TeamFormed } from '../domain/team.events.js';
import { type Team, teamDecider } from '../domain/team.state.js';

type Fields = Omit<FormTeam, 'teamId'>;

export class FormTeamCommand extends Command<Answer<FormTeamRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideFormTeam =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Team | null, TeamFormed, FormTeamRefusal | 'NotAllowed'> =>
  async (team, { id }) => {
    const parent = fields.parentId === null ? null : await runner.state(teamDecider, fields.parentId);
    return mustBe(actor) ?? formTeam({ ...fields, teamId: id }, team, parent);
  };

@CommandHandler(FormTeamCommand)
export class FormTeamHandler implements ICommandHandler<FormTeamCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: FormTeamCommand): Promise<Answer<FormTeamRefusal>> {
    return this.runner.create(teamDecider, id, context, decideFormTeam(this.runner, fields, context.actor));
  }
}
