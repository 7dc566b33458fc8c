import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import {
  type ChooseForecastMethod,
  type ChooseForecastMethodRefusal,
  chooseForecastMethod,
} from '../domain/choose-forecast-method.js';
import type { ForecastMethodChosen } from '../domain/forecast-method.events.js';
import { CHOSEN_METHOD, type ChosenMethod, forecastMethodDecider } from '../domain/forecast-method.state.js';

export class ChooseForecastMethodCommand extends Command<Answer<ChooseForecastMethodRefusal>> {
  constructor(
    readonly fields: ChooseForecastMethod,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideChooseForecastMethod =
  (
    fields: ChooseForecastMethod,
    actor: Actor,
  ): Decision<ChosenMethod | null, ForecastMethodChosen, ChooseForecastMethodRefusal | 'NotAllowed'> =>
  (chosen) =>
    mustBe(actor) ?? chooseForecastMethod(fields, chosen);

@CommandHandler(ChooseForecastMethodCommand)
export class ChooseForecastMethodHandler implements ICommandHandler<ChooseForecastMethodCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ fields, context }: ChooseForecastMethodCommand): Promise<Answer<ChooseForecastMethodRefusal>> {
    const decide = decideChooseForecastMethod(fields, context.actor);
    return this.runner.create(forecastMethodDecider, CHOSEN_METHOD, context, decide);
  }
}
