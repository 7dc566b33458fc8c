import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { leadProblems } from '../leads.problems.js';
import { QualifyLeadCommand } from './qualify-lead.handler.js';

class QualifyLeadBody extends WriteBody {
  @Text({ optional: true, max: 2000 })
  note?: string | null;
}

@Controller('leads')
export class QualifyLeadController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/qualify')
  @DocumentedWrite({
    tag: 'leads',
    summary: 'Record that a lead is worth selling to',
    status: 200,
    refusals: leadProblems,
  })
  async qualifyLead(
    @IdParam() id: string,
    @Body() { note = null }: QualifyLeadBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new QualifyLeadCommand(id, { note }, context)), leadProblems);
  }
}
