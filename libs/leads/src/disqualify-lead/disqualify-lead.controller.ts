import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Text, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { leadProblems } from '../leads.problems.js';
import { DisqualifyLeadCommand } from './disqualify-lead.handler.js';

class DisqualifyLeadBody extends WriteBody {
  @Text({ max: 2000 })
  reason!: string;
}

@Controller('leads')
export class DisqualifyLeadController {
  constructor(private readonly commands: CommandBus) {}

  @Post(':id/disqualify')
  @DocumentedWrite({
    tag: 'leads',
    summary: 'Record that nothing will come of a lead',
    status: 200,
    refusals: leadProblems,
  })
  async disqualifyLead(
    @IdParam() id: string,
    @Body() { reason }: DisqualifyLeadBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new DisqualifyLeadCommand(id, { reason }, context)), leadProblems);
  }
}
