import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayWrite } from '#people/access.contract.js';
import { productsOf } from '../deal-facts.js';
import { type ChangeDealLines, type ChangeDealLinesRefusal, changeDealLines } from '../domain/change-deal-lines.js';
import type { DealLinesChanged } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type LineProductRefusal, productMissing } from '../domain/deal-references.js';

type Fields = Omit<ChangeDealLines, 'dealId'>;

export class ChangeDealLinesCommand extends Command<Answer<ChangeDealLinesRefusal | LineProductRefusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChangeDealLines =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
  ): Decision<Deal, DealLinesChanged, ChangeDealLinesRefusal | LineProductRefusal | 'NotAllowed'> =>
  async (deal, { id }) => {
    const [denied, products] = await Promise.all([
      mayWrite(runner, actor, deal.ownerId),
      productsOf(runner, fields.lines),
    ]);
    return denied ?? productMissing(fields.lines, products) ?? changeDealLines({ ...fields, dealId: id }, deal);
  };

@CommandHandler(ChangeDealLinesCommand)
export class ChangeDealLinesHandler implements ICommandHandler<ChangeDealLinesCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({
    id,
    fields,
    context,
  }: ChangeDealLinesCommand): Promise<Answer<ChangeDealLinesRefusal | LineProductRefusal>> {
    return this.runner.change(dealDecider, id, context, decideChangeDealLines(this.runner, fields, context.actor));
  }
}
