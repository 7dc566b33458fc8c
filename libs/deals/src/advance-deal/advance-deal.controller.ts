import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';

import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';

import { DocumentedWrite } from '#http/documented.js';
import { FieldValues, Id, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { dealProblems } from '../deals.problems.js';
import { AdvanceDealCommand } from './advance-deal.handler.js';

class AdvanceDealBody extends WriteBody {
  @Id({ description: 'Stage, ahead of the one that the deal is in' })
  to!: string;

  @FieldValues({ optional: true, description: 'Values of fields that the stage requires; the deal keeps them' })
  requires?: Readonly<Record<string, string | number | boolean>> | null;
}

@Controller('deals/:id/advance')
export class AdvanceDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Advance a deal to a stage ahead', refusals: dealProblems })
  async advanceDeal(
    @IdParam() id: string,
    @Body() { to, requires }: AdvanceDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new AdvanceDealCommand(id, { to, requires }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
