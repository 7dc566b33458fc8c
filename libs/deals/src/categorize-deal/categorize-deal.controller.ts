import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { OneOf, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { FORECAST_CATEGORIES } from '#kernel/forecast-category.js';
import { dealProblems } from '../deals.problems.js';
import type { CategoryOverride } from '../domain/deal.events.js';
import { CategorizeDealCommand } from './categorize-deal.handler.js';

class CategorizeDealBody extends WriteBody {
  @OneOf([...FORECAST_CATEGORIES, 'omitted'], { nullable: true, description: 'Null: as the stage says' })
  forecastCategory!: CategoryOverride | null;
}

@Controller('deals/:id/category')
export class CategorizeDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'deals',
    status: 200,
    summary: 'Judge how surely a deal counts in a forecast',
    refusals: dealProblems,
  })
  async categorizeDeal(
    @IdParam() id: string,
    @Body() { forecastCategory }: CategorizeDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new CategorizeDealCommand(id, { forecastCategory }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
