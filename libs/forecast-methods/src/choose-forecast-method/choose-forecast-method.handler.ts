import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner } from '#commands/command-runner.js';
import { mustBe } from '#people/access.contract.js';
import {
  type ChooseForecastMethod,
  type ChooseForecastMethodRefusal,
  chooseForecastMethod,
} from '../domain/choose-forecast-method.js';
import { CHOSEN_METHOD, forecastMethodDecider } from '../domain/forecast-method.state.js';

export class ChooseForecastMethodCommand extends Command<Answer<ChooseForecastMethodRefusal>> {
  constructor(
    readonly fields: ChooseForecastMethod,
    readonly context: CommandContext,
  ) {
    super();
  }
}

@CommandHandler(ChooseForecastMethodCommand)
export class ChooseForecastMethodHandler implements ICommandHandler<ChooseForecastMethodCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ fields, context }: ChooseForecastMethodCommand): Promise<Answer<ChooseForecastMethodRefusal>> {
    return this.runner.create(
      forecastMethodDecider,
      CHOSEN_METHOD,
      context,
      (chosen) => mustBe(context.actor) ?? chooseForecastMethod(fields, chosen),
    );
  }
}
