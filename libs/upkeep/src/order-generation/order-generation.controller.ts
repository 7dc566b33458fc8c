import { Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import type { GenerationOrdered } from '../domain/order-generation.js';
import { generationProblems } from '../upkeep.problems.js';
import { OrderGenerationCommand } from './order-generation.handler.js';

const documented = { tag: 'operations', status: 200, refusals: generationProblems } as const;

@Controller('projections/:name')
export class OrderGenerationController {
  constructor(private readonly commands: CommandBus) {}

  @Post('rebuild')
  @DocumentedWrite({
    ...documented,
    summary: 'Fold the read model anew beside the one that is shown, and show it when it has caught up',
  })
  rebuild(@IdParam('name') name: string, @Context() context: CommandContext) {
    return this.order(name, 'rebuild', context);
  }

  @Post('rollback')
  @DocumentedWrite({
    ...documented,
    summary: 'Bring the generation that was shown before up to date, and show it again',
  })
  rollback(@IdParam('name') name: string, @Context() context: CommandContext) {
    return this.order(name, 'rollback', context);
  }

  private async order(name: string, order: GenerationOrdered, context: CommandContext): Promise<Written> {
    return answer(await this.commands.execute(new OrderGenerationCommand(name, order, context)), generationProblems);
  }
}
