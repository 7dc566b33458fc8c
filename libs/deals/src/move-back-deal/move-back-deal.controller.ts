import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { Id, Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { MoveBackDealCommand } from './move-back-deal.handler.js';

class MoveBackDealBody extends WriteBody {
  @Id({ description: 'Stage, before the one that the deal is in' })
  to!: string;

  @Text({ max: 2000 })
  reason!: string;
}

@Controller('deals/:id/move-back')
export class MoveBackDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Move a deal back to an earlier stage',
    refusals: dealProblems,
  })
  async moveBackDeal(
    @IdParam() id: string,
    @Body() { to, reason }: MoveBackDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new MoveBackDealCommand(id, { to, reason }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
