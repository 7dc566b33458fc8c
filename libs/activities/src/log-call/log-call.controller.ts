import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { OneOf, Text, Whole } from '#http/fields.js';
import { AboutBody, aboutFrom } from '../about-fields.js';
import { activityProblems } from '../activities.problems.js';
import { DIRECTIONS, type Direction } from '../domain/activity.events.js';
import { LogCallCommand } from './log-call.handler.js';

class LogCallBody extends AboutBody {
  @OneOf(DIRECTIONS, { optional: true })
  direction?: Direction | null;

  @Whole({ optional: true, max: 86_400 })
  durationSeconds?: number | null;

  @Text({ optional: true })
  outcome?: string | null;
}

@Controller('activities/calls')
export class LogCallController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'activities', summary: 'Log a call', refusals: activityProblems })
  async logCall(@Body() body: LogCallBody, @Context() context: CommandContext): Promise<Written> {
    const { direction = null, durationSeconds = null, outcome = null } = body;
    const fields = { ...aboutFrom(body), direction, durationSeconds, outcome };
    return answer(await this.commands.execute(new LogCallCommand(body.id, fields, context)), activityProblems);
  }
}
