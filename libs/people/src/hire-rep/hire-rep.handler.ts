import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '../access.contract.js';
import { type HireRep, type HireRepRefusal, hireRep } from '../domain/hire-rep.js';
import type { RepHired } from '../domain/rep.events.js';
import { type Rep, repDecider } from '../domain/rep.state.js';
import { teamDecider } from '../domain/team.state.js';

type Fields = Omit<HireRep, 'repId'>;

export class HireRepCommand extends Command<Answer<HireRepRefusal>> {
  constructor(
    readonly id: string | undefined,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideHireRep =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Rep | null, RepHired, HireRepRefusal | 'NotAllowed'> =>
  async (rep, { id }) =>
    mustBe(actor) ?? hireRep({ ...fields, repId: id }, rep, await runner.state(teamDecider, fields.teamId));

@CommandHandler(HireRepCommand)
export class HireRepHandler implements ICommandHandler<HireRepCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ id, fields, context }: HireRepCommand): Promise<Answer<HireRepRefusal>> {
    return this.runner.create(repDecider, id, context, decideHireRep(this.runner, fields, context.actor));
  }
}
