import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import type { Actor } from '#kernel/actor.js';
import { mustBe } from '#people/access.contract.js';
import type { ExchangeRateSet } from '../domain/exchange-rate.events.js';
import { type CurrencyRates, exchangeRateDecider, ratesIdOf } from '../domain/exchange-rate.state.js';
import { type SetExchangeRate, type SetExchangeRateRefusal, setExchangeRate } from '../domain/set-exchange-rate.js';

export class SetExchangeRateCommand extends Command<Answer<SetExchangeRateRefusal>> {
  constructor(
    readonly fields: Omit<SetExchangeRate, 'base'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSetExchangeRate =
  (
    fields: SetExchangeRate,
    actor: Actor,
  ): Decision<CurrencyRates | null, ExchangeRateSet, SetExchangeRateRefusal | 'NotAllowed'> =>
  (known) =>
    mustBe(actor) ?? setExchangeRate(fields, known);

@CommandHandler(SetExchangeRateCommand)
export class SetExchangeRateHandler implements ICommandHandler<SetExchangeRateCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  execute({ fields, context }: SetExchangeRateCommand): Promise<Answer<SetExchangeRateRefusal>> {
    const command = { ...fields, base: this.settings.currency };
    const decide = decideSetExchangeRate(command, context.actor);
    return this.runner.create(exchangeRateDecider, ratesIdOf(command), context, decide);
  }
}
