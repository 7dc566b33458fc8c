import { Controller, Param, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import type { ParkedKeyOrder } from '../domain/order-parked-key.js';
import { parkedKeyProblems } from '../upkeep.problems.js';
import { OrderParkedKeyCommand } from './order-parked-key.handler.js';

const documented = { tag: 'operations', status: 200, refusals: parkedKeyProblems } as const;

@Controller('projections/:name/parked/:key')
export class OrderParkedKeyController {
  constructor(private readonly commands: CommandBus) {}

  @Post('retry')
  @DocumentedWrite({ ...documented, summary: 'Fold what waits of a parked key, if it can be folded now' })
  retry(@IdParam('name') name: string, @Param('key') key: string, @Context() context: CommandContext) {
    return this.order(name, key, 'retry', context);
  }

  @Post('release')
  @DocumentedWrite({
    ...documented,
    summary: 'Leave the event that could not be folded out of the read model, and fold what waits behind it',
  })
  release(@IdParam('name') name: string, @Param('key') key: string, @Context() context: CommandContext) {
    return this.order(name, key, 'release', context);
  }

  private async order(name: string, key: string, order: ParkedKeyOrder, context: CommandContext): Promise<Written> {
    return answer(await this.commands.execute(new OrderParkedKeyCommand(name, key, order, context)), parkedKeyProblems);
  }
}
