import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { activityProblems } from '../activities.problems.js';
import { ReassignTaskCommand } from './reassign-task.handler.js';

class ReassignTaskBody extends WriteBody {
  @Id()
  repId!: string;
}

@Controller('activities/tasks')
export class ReassignTaskController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/reassign')
  @DocumentedWrite({
    tag: 'activities',
    summary: 'Give a task to another rep',
    status: 200,
    refusals: activityProblems,
  })
  async reassignTask(
    @IdParam() id: string,
    @Body() { repId }: ReassignTaskBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new ReassignTaskCommand(id, { repId }, context)), activityProblems);
  }
}
