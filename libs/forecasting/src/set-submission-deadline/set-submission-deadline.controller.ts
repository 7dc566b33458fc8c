import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { OneOf, Whole, WriteBody } from '#http/fields.js';
import type { PeriodUnit } from '#kernel/period.js';
import { SetSubmissionDeadlineCommand } from './set-submission-deadline.handler.js';

class SetSubmissionDeadlineBody extends WriteBody {
  @OneOf(['month', 'quarter', 'year'] satisfies PeriodUnit[])
  unit!: PeriodUnit;

  @Whole({ nullable: true, min: 1, max: 366, description: 'Day of the period, 1 being its first; null: at no time' })
  dueOnDay!: number | null;
}

@Controller('forecasts')
export class SetSubmissionDeadlineController {
  constructor(private readonly commands: CommandBus) {}

  @Post('deadlines')
  @DocumentedWrite({
    tag: 'forecasting',
    summary: 'Set by when the submissions of every period of a length are due; later ones are marked as late',
    refusals: {},
  })
  async setSubmissionDeadline(
    @Body() { unit, dueOnDay }: SetSubmissionDeadlineBody,
    @Context() context: CommandContext,
  ): Promise<Written> {
    return answer(await this.commands.execute(new SetSubmissionDeadlineCommand({ unit, dueOnDay }, context)), {});
  }
}
