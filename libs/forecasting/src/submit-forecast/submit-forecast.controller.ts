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
import { submitForecastProblems } from '../forecasting.problems.js';
import { SubmitForecastCommand } from './submit-forecast.handler.js';

class SubmitForecastBody extends ForecastCallBody {
  @MoneyValue()
  amount!: MoneyField;
}

@Controller('forecasts')
export class SubmitForecastController {
  constructor(
    private readonly commands: CommandBus,
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post(':period/submit')
  @DocumentedWrite({
    tag: 'forecasting',
    summary: 'Make the call of a rep or a team for a period and category',
    refusals: submitForecastProblems,
  })
  async submitForecast(
    @PeriodParam() period: Period,
    @Body() body: SubmitForecastBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const { amount } = body;
    checkCompanyAmounts(this.settings.currency, { amount });
    const { calendar } = await companyNow(this.runner, this.settings);
    const fields = { ...callOf(body, period, calendar), amount: { amount: amount.amount, currency: amount.currency } };
    return answer(await this.commands.execute(new SubmitForecastCommand(fields, context)), submitForecastProblems);
  }
}
