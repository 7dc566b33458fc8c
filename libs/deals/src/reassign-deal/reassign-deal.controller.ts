import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { ReassignDealCommand } from './reassign-deal.handler.js';

class ReassignDealBody extends WriteBody {
  @Id({ nullable: true, description: "Null: nobody's, back in the pool" })
  ownerId!: string | null;
}

@Controller('deals/:id/reassign')
export class ReassignDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Give a deal to another owner', refusals: dealProblems })
  async reassignDeal(
    @IdParam() id: string,
    @Body() { ownerId }: ReassignDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new ReassignDealCommand(id, { ownerId }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
