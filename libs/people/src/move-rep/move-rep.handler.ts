import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManageTeam, mayPlace } from '../access.contract.js';
import { type MoveRep, type MoveRepRefusal, moveRep } from '../domain/move-rep.js';
import type { RepMoved } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';

type Fields = Omit<MoveRep, 'repId'>;

export class MoveRepCommand extends Command<Answer<MoveRepRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Managers move reps between the teams that they manage, each other only from above. */
export const decideMoveRep =
  (runner: CommandRunner, { teamId }: Fields, actor: Actor): Decision<Rep, RepMoved, MoveRepRefusal | 'NotAllowed'> =>
  async (rep, { id }) =>
    (await mayPlace(runner, actor, rep)) ??
    (await mayManageTeam(runner, actor, teamId)) ??
    moveRep({ repId: id, teamId }, rep, await runner.state(teamDecider, teamId));

@CommandHandler(MoveRepCommand)
export class MoveRepHandler implements ICommandHandler<MoveRepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: MoveRepCommand): Promise<Answer<MoveRepRefusal>> {
    return this.runner.change(repDecider, id, context, decideMoveRep(this.runner, fields, context.actor));
  }
}
