import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { checkAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { MoneyValue, WriteBody } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import type { Money } from '#kernel/money.js';
import { dealProblems } from '../deals.problems.js';
import { ChangeDealAmountCommand } from './change-deal-amount.handler.js';

class ChangeDealAmountBody extends WriteBody {
  @MoneyValue({ description: 'Lines of the deal take their shares of it' })
  amount!: Money;
}

@Controller('deals/:id/amount')
export class ChangeDealAmountController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({ tag: 'deals', status: 200, summary: 'Change what a deal is worth', refusals: dealProblems })
  async changeDealAmount(
    @IdParam() id: string,
    @Body() { amount }: ChangeDealAmountBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    checkAmounts({ amount });
    const command = new ChangeDealAmountCommand(id, { amount }, context);
    return answer(await this.commands.execute(command), dealProblems);
  }
}
