import { Body, Controller, Inject, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { Id, OneOf, WriteBody } from '#http/fields.js';
import { backTestScores } from '#replays/replay/back-test-scores.contract.js';
import { FORECAST_METHODS, type ForecastMethod } from '../domain/forecast-methods.js';
import { forecastMethodProblems } from '../forecast-methods.problems.js';
import { ChooseForecastMethodCommand } from './choose-forecast-method.handler.js';

class ChooseForecastMethodBody extends WriteBody {
  @OneOf(FORECAST_METHODS)
  method!: ForecastMethod;

  @Id({
    optional: true,
    description: 'A completed back-test: how good it found the method is recorded with the choice',
  })
  backTestId?: string | null;
}

@Controller('forecast-methods')
export class ChooseForecastMethodController {
  constructor(
    private readonly commands: CommandBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Post('choose')
  @DocumentedWrite({
    tag: 'forecast methods',
    summary: 'Choose the method by which the company forecasts',
    status: 200,
    refusals: forecastMethodProblems,
  })
  async chooseMethod(
    @Body() { method, backTestId }: ChooseForecastMethodBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    const fields = { method, backTest: backTestId == null ? null : await this.backTest(backTestId, method) };
    return answer(
      await this.commands.execute(new ChooseForecastMethodCommand(fields, context)),
      forecastMethodProblems,
    );
  }

  private async backTest(id: string, method: ForecastMethod) {
    const scores = await backTestScores(this.settings, id);
    const score = scores?.find((each) => each.method === method && each.horizon === null);
    if (!score) return { id, says: null };
    const { forecasts, accuracy, bias, error } = score;
    return { id, says: { forecasts, accuracy, bias, error } };
  }
}
