import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { Turns } from '#commands/turns.js';
import type { Actor } from '#kernel/actor.js';
import { mayManageTeam, mustBe } from '../access.contract.js';
import { type MoveTeam, type MoveTeamRefusal, moveTeam, type TeamAbove } from '../domain/move-team.js';
import type { TeamMoved } from '../domain/team.events.js';
import { type Team, teamDecider } from '../domain/team.state.js';

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

/** The team and all above it. */
const fromTeamUp = async (runner: CommandRunner, teamId: string | null): Promise<readonly TeamAbove[]> => {
  const above = new Map<string, TeamAbove>();
  for (let next = teamId; next !== null && !above.has(next); ) {
    const { state, lastAt } = await runner.record(teamDecider, next);
    if (state === null || lastAt === null) break;
    above.set(next, { teamId: next, lastAt });
    next = state.parentId;
  }
  return [...above.values()];
};

@CommandHandler(MoveTeamCommand)
export class MoveTeamHandler implements ICommandHandler<MoveTeamCommand> {
  private readonly turns = new Turns();

  constructor(private readonly runner: CommandRunner) {}

  /** One after the other: two at once could put two teams below each other. */
  execute({ id, fields, context }: MoveTeamCommand): Promise<Answer<MoveTeamRefusal>> {
    const decide = decideMoveTeam(this.runner, fields, context.actor);
    return this.turns.take('teams', () => this.runner.change(teamDecider, id, context, decide));
  }
}
