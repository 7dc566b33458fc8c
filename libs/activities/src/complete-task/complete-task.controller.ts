import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { activityProblems } from '../activities.problems.js';
import { CompleteTaskCommand } from './complete-task.handler.js';

@Controller('activities/tasks')
export class CompleteTaskController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/complete')
  @DocumentedWrite({ tag: 'activities', summary: 'Complete a task', status: 200, refusals: activityProblems })
  async completeTask(
    @IdParam() id: string,
    @Body() _body: WriteBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new CompleteTaskCommand(id, context)), activityProblems);
  }
}
