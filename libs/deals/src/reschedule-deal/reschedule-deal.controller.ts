import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { Day, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { CalendarDate } from '#kernel/instant.js';
import { dealProblems } from '../deals.problems.js';
import { RescheduleDealCommand } from './reschedule-deal.handler.js';

class RescheduleDealBody extends WriteBody {
  @Day({ nullable: true, description: 'Null: nobody can tell' })
  expectedCloseOn!: CalendarDate | null;
}

@Controller('deals/:id/reschedule')
export class RescheduleDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Change when a deal is expected to close',
    refusals: dealProblems,
  })
  async rescheduleDeal(
    @IdParam() id: string,
    @Body() { expectedCloseOn }: RescheduleDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new RescheduleDealCommand(id, { expectedCloseOn }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
