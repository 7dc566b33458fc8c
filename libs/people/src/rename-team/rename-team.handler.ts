import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManageTeam } from '../access.contract.js';
import { type RenameTeam, renameTeam } from '../domain/rename-team.js';
import type { TeamRenamed } from '../domain/team.events.js';
import { type Team, teamDecider } from '../domain/team.state.js';

type Fields = Omit<RenameTeam, 'teamId'>;

export class RenameTeamCommand extends Command<Answer<never>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideRenameTeam =
  (runner: CommandRunner, fields: Fields, actor: Actor): Decision<Team, TeamRenamed, 'NotAllowed'> =>
  async (team, { id }) =>
    (await mayManageTeam(runner, actor, id)) ?? renameTeam({ ...fields, teamId: id }, team);

@CommandHandler(RenameTeamCommand)
export class RenameTeamHandler implements ICommandHandler<RenameTeamCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: RenameTeamCommand): Promise<Answer<never>> {
    return this.runner.change(teamDecider, id, context, decideRenameTeam(this.runner, fields, context.actor));
  }
}
