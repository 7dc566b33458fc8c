import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { ListOf, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { DealLineBody, pricesIn } from '../deal-line.body.js';
import { dealProblems } from '../deals.problems.js';
import { ChangeDealLinesCommand } from './change-deal-lines.handler.js';

class ChangeDealLinesBody extends WriteBody {
  @ListOf(() => DealLineBody, { description: 'All lines that the deal has from here on' })
  lines!: DealLineBody[];
}

@Controller('deals/:id/lines')
export class ChangeDealLinesController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Change the lines of a deal', refusals: dealProblems })
  async changeDealLines(
    @IdParam() id: string,
    @Body() { lines }: ChangeDealLinesBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    checkAmounts(pricesIn(lines));
    const command = new ChangeDealLinesCommand(id, { lines }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
