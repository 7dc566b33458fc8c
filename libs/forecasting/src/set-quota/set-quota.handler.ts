import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import { calendarOfSettings, companyNow } from '#company/company.contract.js';
import { ifConvertible } from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { daysIn } from '#http/days-in.js';
import type { Actor } from '#kernel/actor.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { mayManage, mayManageTeam } from '#people/access.contract.js';
import { repDecider, teamDecider } from '#people/people.contract.js';
import type { QuotaEvent, QuotaHolder } from '../domain/quota.events.js';
import { type Quota, quotaDecider, quotaIdOf } from '../domain/quota.state.js';
import type { QuotaGoal } from '../domain/quota-measure.js';
import { type QuotaTargetRefusal, unknownTarget } from '../domain/quota-target.js';
import { type SetQuota, type SetQuotaRefusal, setQuota } from '../domain/set-quota.js';

type Refusal = SetQuotaRefusal | QuotaTargetRefusal;

export class SetQuotaCommand extends Command<Answer<Refusal | 'ExchangeRateMissing'>> {
  constructor(
    readonly holder: QuotaHolder,
    readonly period: Period,
    readonly goal: QuotaGoal,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSetQuota =
  (runner: CommandRunner, fields: SetQuota, actor: Actor): Decision<Quota | null, QuotaEvent, Refusal | 'NotAllowed'> =>
  async (quota) => {
    const { scope, scopeId } = fields;
    const [denied, holder] =
      scope === 'rep'
        ? [await mayManage(runner, actor, scopeId), await runner.state(repDecider, scopeId)]
        : [await mayManageTeam(runner, actor, scopeId), await runner.state(teamDecider, scopeId)];
    return denied ?? unknownTarget(fields, holder) ?? setQuota(fields, quota);
  };

@CommandHandler(SetQuotaCommand)
export class SetQuotaHandler implements ICommandHandler<SetQuotaCommand> {
  constructor(
    private readonly runner: CommandRunner,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  /** @throws ProblemException (400) for a period that the company's calendar does not have */
  async execute({ holder, period, goal, context }: SetQuotaCommand): Promise<Answer<Refusal | 'ExchangeRateMissing'>> {
    const { calendar } = await companyNow(this.runner, this.settings);
    const days = daysIn(calendar, period);
    const decide = decideSetQuota(
      this.runner,
      { ...holder, period: formatPeriod(period), days, ...goal },
      context.actor,
    );
    const convertible = ifConvertible(this.runner, this.settings.currency, decide, ([set]) =>
      set?.type === 'QuotaSet' ? { currency: set.data.amount.currency, day: days.from } : null,
    );
    const id = quotaIdOf(holder, days, calendarOfSettings(this.settings).calendar, goal.measure);
    return this.runner.create(quotaDecider, id, context, convertible);
  }
}
