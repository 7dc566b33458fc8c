import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { processProblems } from '../sales-process.problems.js';
import { DefineProcessCommand } from './define-process.handler.js';
import { ProcessBody } from './process.body.js';

@Controller('processes')
export class DefineProcessController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'sales process', summary: 'Define a sales process', refusals: processProblems })
  async defineProcess(
    @Body() { id, name, stages, rules }: ProcessBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new DefineProcessCommand(id, { name, stages, rules }, context);
    return answer(await this.commands.execute(command), processProblems);
  }
}
