import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { CommandRunner } from '#commands/command-runner.js';
import { companyNow } from '#company/company.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { answer, type Written } from '#http/answer.js';
import { checkCompanyAmounts } from '#http/check-amounts.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { type MoneyField, MoneyValue } from '#http/fields.js';
import { PeriodParam } from '#http/period.param.js';
import type { Period } from '#kernel/period.js';
import { callOf, ForecastCallBody } from '../forecast-call.body.js';
import { adjustForecastProblems } from '../forecasting.problems.js';
import { AdjustForecastCommand } from './adjust-forecast.handler.js';

class AdjustForecastBody extends ForecastCallBody {
  @MoneyValue({ nullable: true, description: 'Null: takes the adjustment back' })
  amount!: MoneyField | null;
}

@Controller('forecasts')
export class AdjustForecastController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post(':period/adjust')
  @DocumentedWrite({
    tag: 'forecasting',
    summary: "Put a manager's figure in the place of the computed one, for a rep or a team below",
    refusals: adjustForecastProblems,
  })
  async adjustForecast(
    @PeriodParam() period: Period,
    @Body() body: AdjustForecastBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const { amount } = body;
    checkCompanyAmounts(this.settings.currency, { amount });
    const { calendar } = await companyNow(this.runner, this.settings);
    const fields = {
      ...callOf(body, period, calendar),
      amount: amount && { amount: amount.amount, currency: amount.currency },
    };
    return answer(await this.commands.execute(new AdjustForecastCommand(fields, context)), adjustForecastProblems);
  }
}
