import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Day, MoneyValue, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { dealProblems } from '../deals.problems.js';
import { WinDealCommand } from './win-deal.handler.js';

class WinDealBody extends WriteBody {
  @Day({ optional: true, description: 'Default: the day on which the deal is won' })
  signedOn?: CalendarDate | null;

  @MoneyValue({ optional: true, description: 'What was signed. Default: the amount of the deal so far' })
  amount?: Money | null;
}

@Controller('deals/:id/win')
export class WinDealController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Close a deal as won', refusals: dealProblems })
  async winDeal(
    @IdParam() id: string,
    @Body() { signedOn, amount }: WinDealBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    checkAmounts({ amount });
    const command = new WinDealCommand(id, { signedOn, amount }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
