import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Day } from '#http/fields.js';
import type { CalendarDate } from '#kernel/instant.js';
import { AboutBody, aboutFrom } from '../about-fields.js';
import { activityProblems } from '../activities.problems.js';
import { AddTaskCommand } from './add-task.handler.js';

class AddTaskBody extends AboutBody {
  @Day({ optional: true })
  dueOn?: CalendarDate | null;
}

@Controller('activities/tasks')
export class AddTaskController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'activities', summary: 'Add a task', refusals: activityProblems })
  async addTask(@Body() body: AddTaskBody, @Context() context: CommandContext): Promise<Written> {
    const { dueOn = null } = body;
    const fields = { ...aboutFrom(body), dueOn };
    return answer(await this.commands.execute(new AddTaskCommand(body.id, fields, context)), activityProblems);
  }
}
