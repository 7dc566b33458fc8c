import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { reject } from '#kernel/outcome.js';
import { repDecider } from '#people/people.contract.js';
import { chooseLeaderboardName } from '../domain/choose-leaderboard-name.js';
import type { LeaderboardNameChosen } from '../domain/leaderboard-name.events.js';
import { type LeaderboardName, leaderboardNameDecider } from '../domain/leaderboard-name.state.js';
import { type QuotaTargetRefusal, unknownTarget } from '../domain/quota-target.js';

export class ChooseLeaderboardNameCommand extends Command<Answer<QuotaTargetRefusal>> {
  constructor(
    readonly repId: string,
    readonly name: string | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Nobody is given a name: a rep chooses their own. The record is that of the rep. */
export const decideChooseLeaderboardName =
  (
    runner: CommandRunner,
    name: string | null,
    actor: Actor,
  ): Decision<LeaderboardName | null, LeaderboardNameChosen, QuotaTargetRefusal | 'NotAllowed'> =>
  async (before, { id: repId }) => {
    const maySell = actor.role === 'rep' || actor.role === 'manager';
    if (actor.role !== 'admin' && !(maySell && actor.id === repId)) {
      return reject('NotAllowed', 'A rep chooses only their own name');
    }
    const rep = await runner.state(repDecider, repId);
    return unknownTarget({ scope: 'rep', scopeId: repId }, rep) ?? chooseLeaderboardName({ repId, name }, before);
  };

@CommandHandler(ChooseLeaderboardNameCommand)
export class ChooseLeaderboardNameHandler implements ICommandHandler<ChooseLeaderboardNameCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ repId, name, context }: ChooseLeaderboardNameCommand): Promise<Answer<QuotaTargetRefusal>> {
    const decide = decideChooseLeaderboardName(this.runner, name, context.actor);
    return this.runner.create(leaderboardNameDecider, repId, context, decide);
  }
}
