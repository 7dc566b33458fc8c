import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { DiscardReportCommand } from './discard-report.handler.js';

@Controller('saved-reports')
export class DiscardReportController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/discard')
  @DocumentedWrite({ tag: 'reports', summary: 'Discard a saved report; it is sent no more', status: 200, refusals: {} })
  async discardReport(
    @IdParam() id: string,
    @Body() _body: WriteBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new DiscardReportCommand(id, context)), {});
  }
}
