import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, Email, Id, Text } from '#http/fields.js';
import { leadProblems } from '../leads.problems.js';
import { CaptureLeadCommand } from './capture-lead.handler.js';

class CaptureLeadBody extends CreateBody {
  @Text({ description: 'Of the person' })
  name!: string;

  @Text({ optional: true })
  company?: string | null;

  @Email({ optional: true })
  email?: string | null;

  @Text({ optional: true, max: 50 })
  phone?: string | null;

  @Text({ optional: true })
  source?: string | null;

  @Id({ optional: true, description: 'Default: the lead starts in the shared pool' })
  ownerId?: string | null;
}

@Controller('leads')
export class CaptureLeadController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'leads', summary: 'Capture a lead', refusals: leadProblems })
  async captureLead(@Body() body: CaptureLeadBody, @Context() context: CommandContext): Promise<Written> {
    const { id, name, company = null, email = null, phone = null, source = null, ownerId = null } = body;
    const fields = { name, company, email, phone, source, ownerId };
    return answer(await this.commands.execute(new CaptureLeadCommand(id, fields, context)), leadProblems);
  }
}
