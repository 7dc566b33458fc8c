import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManageTeam, mustBe } from '../access.contract.js';
import { type MoveTeam, type MoveTeamRefusal, moveTeam, type TeamAbove } from '../domain/move-team.js';
import type { TeamMoved } from '../domain/team.events.js';
import { type Team, teamDecider } from '../domain/team.state.js';
import { teamPath } from '../team-path.js';

type Fields = Pick<MoveTeam, 'parentId'>;

export class MoveTeamCommand extends Command<Answer<MoveTeamRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Managers move teams between those that they manage; to the top only an admin does. */
export const decideMoveTeam =
  (
    runner: CommandRunner,
    { parentId }: Fields,
    actor: Actor,
  ): Decision<Team, TeamMoved, MoveTeamRefusal | 'NotAllowed'> =>
  async (team, { id, at }) =>
    (await mayManageTeam(runner, actor, id)) ??
    (parentId === null ? mustBe(actor) : await mayManageTeam(runner, actor, parentId)) ??
    moveTeam({ teamId: id, parentId, at }, team, await fromTeamUp(runner, parentId));

/** The team and all above it, none when there is no such team. */
const fromTeamUp = async (runner: CommandRunner, teamId: string | null): Promise<readonly TeamAbove[]> => {
  if (teamId === null) return [];
  const path = await teamPath(runner, teamId);
  return path.flatMap((team) => (team.lastAt === null ? [] : { teamId: team.teamId, lastAt: team.lastAt }));
};

@CommandHandler(MoveTeamCommand)
export class MoveTeamHandler implements ICommandHandler<MoveTeamCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: MoveTeamCommand): Promise<Answer<MoveTeamRefusal>> {
    return this.runner.change(teamDecider, id, context, decideMoveTeam(this.runner, fields, context.actor));
  }
}
