import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { ReopenDealCommand } from './reopen-deal.handler.js';

class ReopenDealBody extends WriteBody {
  @Text({ max: 2000 })
  reason!: string;
}

@Controller('deals/:id/reopen')
export class ReopenDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Reopen a closed deal in the stage that it had',
    refusals: dealProblems,
  })
  async reopenDeal(
    @IdParam() id: string,
    @Body() { reason }: ReopenDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new ReopenDealCommand(id, { reason }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
