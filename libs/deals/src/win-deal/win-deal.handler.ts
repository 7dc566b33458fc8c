import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { companyNow } from '#company/company.contract.js';
import { ifConvertible, type Worth } from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import type { Actor } from '#kernel/actor.js';
import { dateIn } from '#kernel/time-zone.js';
import { mayWrite } from '#people/access.contract.js';
import type { DealWon } from '../domain/deal.events.js';
import { type Deal, dealDecider } from '../domain/deal.state.js';
import { type WinDeal, type WinDealRefusal, winDeal } from '../domain/win-deal.js';

type Fields = Omit<WinDeal, 'dealId'>;
type Refusal = WinDealRefusal | 'ExchangeRateMissing';

export class WinDealCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly id: string,
    readonly fields: Fields,
    readonly context: CommandContext,
  ) {
    super();
  }
}

/** `timeZone`: the company's. */
export const decideWinDeal =
  (
    runner: CommandRunner,
    fields: Fields,
    actor: Actor,
    timeZone: string,
  ): Decision<Deal, DealWon, WinDealRefusal | 'NotAllowed'> =>
  async (deal, { id, at }) =>
    (await mayWrite(runner, actor, deal.ownerId)) ?? winDeal({ ...fields, dealId: id }, deal, dateIn(timeZone, at));

/** Won business takes the rate of the day on which it was signed. */
export const worthOfWon = ([won]: readonly DealWon[]): Worth | null =>
  won ? { currency: won.data.amount.currency, day: won.data.signedOn } : null;

@CommandHandler(WinDealCommand)
export class WinDealHandler implements ICommandHandler<WinDealCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ id, fields, context }: WinDealCommand): Promise<Answer<Refusal>> {
    const { timeZone } = await companyNow(this.runner, this.settings);
    const decide = ifConvertible(
      this.runner,
      this.settings.currency,
      decideWinDeal(this.runner, fields, context.actor, timeZone),
      worthOfWon,
    );
    return this.runner.change(dealDecider, id, context, decide);
  }
}
