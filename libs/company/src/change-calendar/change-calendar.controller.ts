import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { companyProblems } from '../company.problems.js';
import { ChangeCalendarBody, calendarOf } from './calendar.body.js';
import { ChangeCalendarCommand } from './change-calendar.handler.js';

@Controller('company/calendar')
export class ChangeCalendarController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'company',
    status: 200,
    summary: 'Change the fiscal calendar or the time zone: every report is restated, and nothing is lost',
    refusals: companyProblems,
  })
  async changeCalendar(
    @Body() { calendar, timeZone }: ChangeCalendarBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new ChangeCalendarCommand({ calendar: calendar && calendarOf(calendar), timeZone }, context);
    return answer(await this.commands.execute(command), companyProblems);
  }
}
