import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, ListOf, Whole, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { SplitDealCommand } from './split-deal.handler.js';

class CreditShareBody {
  @Id()
  repId!: string;

  @Whole({ min: 1, max: 10_000, description: 'Hundredths of a percent' })
  basisPoints!: number;
}

class SplitDealBody extends WriteBody {
  @ListOf(() => CreditShareBody, {
    max: 20,
    description: 'They add up to 10,000, one a rep; an empty list gives all credit back to the owner',
  })
  shares!: CreditShareBody[];
}

@Controller('deals/:id/split')
export class SplitDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Share the credit for an open deal among reps',
    refusals: dealProblems,
  })
  async splitDeal(
    @IdParam() id: string,
    @Body() { shares }: SplitDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new SplitDealCommand(id, { shares }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
