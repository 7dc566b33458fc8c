import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { AboutBody, aboutFrom } from '../about-fields.js';
import { activityProblems } from '../activities.problems.js';
import { TakeNoteCommand } from './take-note.handler.js';

@Controller('activities/notes')
export class TakeNoteController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'activities', summary: 'Take a note', refusals: activityProblems })
  async takeNote(@Body() body: AboutBody, @Context() context: CommandContext): Promise<Written> {
    const fields = aboutFrom(body);
    return answer(await this.commands.execute(new TakeNoteCommand(body.id, fields, context)), activityProblems);
  }
}
