import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { reject } from '#kernel/outcome.js';
import { repDecider } from '#people/people.contract.js';
import { chooseLeaderboardName } from '../domain/choose-leaderboard-name.js';
import { leaderboardNameDecider } from '../domain/leaderboard-name.state.js';
import type { QuotaTargetRefusal } from '../domain/quota-target.js';
import { unknownTarget } from '../domain/quota-target.js';

export class ChooseLeaderboardNameCommand extends Command<Answer<QuotaTargetRefusal>> {
  constructor(
    readonly repId: string,
    readonly name: string | null,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** Nobody is given a name: a rep chooses their own. */
@CommandHandler(ChooseLeaderboardNameCommand)
export class ChooseLeaderboardNameHandler implements ICommandHandler<ChooseLeaderboardNameCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ repId, name, context }: ChooseLeaderboardNameCommand): Promise<Answer<QuotaTargetRefusal>> {
    const { actor } = context;
    return this.runner.create(leaderboardNameDecider, repId, context, async (before) => {
      const maySell = actor.role === 'rep' || actor.role === 'manager';
      if (actor.role !== 'admin' && !(maySell && actor.id === repId)) {
        return reject('NotAllowed', 'A rep chooses only their own name');
      }
      const rep = await this.runner.state(repDecider, repId);
      return unknownTarget({ scope: 'rep', scopeId: repId }, rep) ?? chooseLeaderboardName({ repId, name }, before);
    });
  }
}
