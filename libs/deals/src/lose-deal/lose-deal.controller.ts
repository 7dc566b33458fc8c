import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { LoseDealCommand } from './lose-deal.handler.js';

class LoseDealBody extends WriteBody {
  @Text({ max: 2000 })
  reason!: string;

  @Text({ optional: true, description: 'Who won it' })
  competitor?: string | null;
}

@Controller('deals/:id/lose')
export class LoseDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Close a deal as lost', refusals: dealProblems })
  async loseDeal(
    @IdParam() id: string,
    @Body() { reason, competitor }: LoseDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new LoseDealCommand(id, { reason, competitor }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
