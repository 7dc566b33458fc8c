import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManage, mayManageTeam } from '#people/access.contract.js';
import { repDecider } from '#people/people.contract.js';
import { type AdjustForecast, type AdjustForecastRefusal, adjustForecast } from '../domain/adjust-forecast.js';
import type { ForecastAdjusted } from '../domain/forecast-adjustment.events.js';
import {
  adjustmentIdOf,
  type ForecastAdjustment,
  forecastAdjustmentDecider,
} from '../domain/forecast-adjustment.state.js';
import type { QuotaTargetRefusal } from '../domain/quota-target.js';
import { unknownHolder } from '../unknown-holder.js';

type Refusal = AdjustForecastRefusal | QuotaTargetRefusal;

export class AdjustForecastCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly fields: Omit<AdjustForecast, 'level'>,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideAdjustForecast =
  (
    runner: CommandRunner,
    fields: AdjustForecast,
    actor: Actor,
  ): Decision<ForecastAdjustment | null, ForecastAdjusted, Refusal | 'NotAllowed'> =>
  async (adjustment) => {
    const { scope, scopeId } = fields;
    const denied = await (scope === 'rep' ? mayManage : mayManageTeam)(runner, actor, scopeId);
    return denied ?? (await unknownHolder(runner, fields)) ?? adjustForecast(fields, adjustment);
  };

/** The team for whose manager the actor speaks; null: for the company. */
export const levelOf = async (runner: CommandRunner, actor: Actor): Promise<string | null> =>
  actor.role === 'admin' ? null : ((await runner.state(repDecider, actor.id))?.teamId ?? null);

@CommandHandler(AdjustForecastCommand)
export class AdjustForecastHandler implements ICommandHandler<AdjustForecastCommand> {
  constructor(private readonly runner: CommandRunner) {}

  async execute({ fields, context }: AdjustForecastCommand): Promise<Answer<Refusal>> {
    const adjustment = { ...fields, level: await levelOf(this.runner, context.actor) };
    const decide = decideAdjustForecast(this.runner, adjustment, context.actor);
    return this.runner.create(forecastAdjustmentDecider, adjustmentIdOf(adjustment), context, decide);
  }
}
