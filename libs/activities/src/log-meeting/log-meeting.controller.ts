import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { At, Text } from '#http/fields.js';
import type { Instant } from '#kernel/instant.js';
import { AboutBody, aboutFrom } from '../about-fields.js';
import { activityProblems } from '../activities.problems.js';
import { LogMeetingCommand } from './log-meeting.handler.js';

class LogMeetingBody extends AboutBody {
  @At({ optional: true, description: 'Default: occurredAt' })
  startsAt?: Instant | null;

  @At({ optional: true })
  endsAt?: Instant | null;

  @Text({ optional: true })
  outcome?: string | null;
}

@Controller('activities/meetings')
export class LogMeetingController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'activities', summary: 'Log a meeting', refusals: activityProblems })
  async logMeeting(@Body() body: LogMeetingBody, @Context() context: CommandContext): Promise<Written> {
    const { startsAt = null, endsAt = null, outcome = null } = body;
    const fields = { ...aboutFrom(body), startsAt, endsAt, outcome };
    return answer(await this.commands.execute(new LogMeetingCommand(body.id, fields, context)), activityProblems);
  }
}
