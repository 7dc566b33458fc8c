import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { type Answer, CommandRunner, type Decision } from '#commands/command-runner.js';
import type { Actor } from '#kernel/actor.js';
import { mayManageTeam, mayWrite } from '#people/access.contract.js';
import type { ForecastSubmitted } from '../domain/forecast-submission.events.js';
import { type ForecastSubmission, forecastSubmissionDecider } from '../domain/forecast-submission.state.js';
import { forecastTargetId } from '../domain/forecast-target.js';
import type { QuotaTargetRefusal } from '../domain/quota-target.js';
import { type SubmitForecast, type SubmitForecastRefusal, submitForecast } from '../domain/submit-forecast.js';
import { unknownHolder } from '../unknown-holder.js';

type Refusal = SubmitForecastRefusal | QuotaTargetRefusal;

export class SubmitForecastCommand extends Command<Answer<Refusal>> {
  constructor(
    readonly fields: SubmitForecast,
    readonly context: CommandContext,
  ) {
    super();
  }
}

export const decideSubmitForecast =
  (
    runner: CommandRunner,
    fields: SubmitForecast,
    actor: Actor,
  ): Decision<ForecastSubmission | null, ForecastSubmitted, Refusal | 'NotAllowed'> =>
  async (submission) => {
    const { scope, scopeId } = fields;
    const denied = await (scope === 'rep' ? mayWrite : mayManageTeam)(runner, actor, scopeId);
    return denied ?? (await unknownHolder(runner, fields)) ?? submitForecast(fields, submission);
  };

@CommandHandler(SubmitForecastCommand)
export class SubmitForecastHandler implements ICommandHandler<SubmitForecastCommand> {
  constructor(private readonly runner: CommandRunner) {}

  execute({ fields, context }: SubmitForecastCommand): Promise<Answer<Refusal>> {
    const decide = decideSubmitForecast(this.runner, fields, context.actor);
    return this.runner.create(forecastSubmissionDecider, forecastTargetId(fields), context, decide);
  }
}
