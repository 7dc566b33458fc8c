import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { ProcessBody } from '../define-process/process.body.js';
import { processProblems } from '../sales-process.problems.js';
import { ReviseProcessCommand } from './revise-process.handler.js';

@Controller('processes/:id/revise')
export class ReviseProcessController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'sales process',
    status: 200,
    summary: 'Revise a sales process: a new version that open deals follow',
    refusals: processProblems,
  })
  async reviseProcess(
    @IdParam() id: string,
    @Body() body: ProcessBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    if (body.id !== undefined && body.id !== id) throw badInput([{ path: 'id', message: 'is not the id in the path' }]);
    const { name, stages, rules } = body;
    const command = new ReviseProcessCommand(id, { name, stages, rules }, context);
    return answer(await this.commands.execute(command), processProblems);
  }
}
