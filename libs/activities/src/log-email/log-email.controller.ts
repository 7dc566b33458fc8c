import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { OneOf } from '#http/fields.js';
import { AboutBody, aboutFrom } from '../about-fields.js';
import { activityProblems } from '../activities.problems.js';
import { DIRECTIONS, type Direction } from '../domain/activity.events.js';
import { LogEmailCommand } from './log-email.handler.js';

class LogEmailBody extends AboutBody {
  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction | null;
}

@Controller('activities/emails')
export class LogEmailController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'activities', summary: 'Log an e-mail', refusals: activityProblems })
  async logEmail(@Body() body: LogEmailBody, @Context() context: CommandContext): Promise<Written> {
    const { direction = null } = body;
    const fields = { ...aboutFrom(body), direction };
    return answer(await this.commands.execute(new LogEmailCommand(body.id, fields, context)), activityProblems);
  }
}
