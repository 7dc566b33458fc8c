import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CurrencyCode, Day, Text, WriteBody } from '#http/fields.js';
import type { CalendarDate } from '#kernel/instant.js';
import { companyProblems } from '../company.problems.js';
import { SetExchangeRateCommand } from './set-exchange-rate.handler.js';

class SetExchangeRateBody extends WriteBody {
  @CurrencyCode()
  currency!: string;

  @Text({
    max: 25,
    example: '1.0825',
    description: "What one unit is worth in the company's currency: a decimal, exact",
  })
  rate!: string;

  @Day({ description: 'Day from which on it holds, until the next rate starts' })
  from!: CalendarDate;
}

@Controller('exchange-rates')
export class SetExchangeRateController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'company',
    summary: "Set what a currency is worth in the company's from a day on",
    refusals: companyProblems,
  })
  async setExchangeRate(
    @Body() { currency, rate, from }: SetExchangeRateBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const command = new SetExchangeRateCommand({ currency, rate, from }, context);
    return answer(await this.commands.execute(command), companyProblems);
  }
}
