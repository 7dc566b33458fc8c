import { Body, Controller, Post } from '@nestjs/common';
import { CommandBus } from '@nestjs/cqrs';
import type { CommandContext } from '#commands/command-context.js';
import { DEAL_DIMENSIONS } from '#forecasting/deal-groups.contract.js';
import { answer, type Written } from '#http/answer.js';
import { Context } from '#http/command-context.param.js';
import { DocumentedWrite } from '#http/documented.js';
import { CreateBody, FieldValues, Nested, OneOf, PeriodText, Text, Texts } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { REPORT_NAMES } from '../domain/reports.js';
import { RELATIVE_PERIODS, type RelativePeriod, RHYTHMS, type Rhythm } from '../domain/saved-report.events.js';
import { COMPARISONS } from '../report/compared-period.js';
import { REPORT_GROUPS, SECOND_GROUPS } from '../report/report-groups.js';
import { REPORT_FORMATS } from '../report-files/report-file.js';
import { reportProblems } from '../reports.problems.js';
import { definitionProblems } from './definition-problems.js';
import { SaveReportCommand } from './save-report.handler.js';

class ScheduleField {
  @OneOf(RHYTHMS, { description: 'At the beginning of each day, week or month, in the time zone of the company' })
  every!: Rhythm;

  @OneOf(REPORT_FORMATS)
  format!: string;

  @Texts({ max: 50, description: 'Ids of reps' })
  recipients!: string[];
}

class SaveReportBody extends CreateBody {
  @Text({ max: 200 })
  name!: string;

  @OneOf(REPORT_NAMES)
  report!: string;

  @PeriodText({ optional: true, description: 'Always this period' })
  period?: string | null;

  @OneOf(RELATIVE_PERIODS, { optional: true, description: 'or the one of the day on which it is asked' })
  relative?: RelativePeriod | null;

  @OneOf(REPORT_GROUPS, { optional: true })
  group?: string | null;

  @OneOf(SECOND_GROUPS, { optional: true, description: 'Within the group' })
  second?: string | null;

  @FieldValues({ optional: true, description: `Texts by ${DEAL_DIMENSIONS.join(', ')}` })
  filter?: Readonly<Record<string, string>> | null;

  @OneOf([...COMPARISONS, 'both'], { optional: true })
  compare?: string | null;

  @Nested(() => ScheduleField, { optional: true, description: 'By mail' })
  schedule?: ScheduleField | null;
}

@Controller('saved-reports')
export class SaveReportController {
  constructor(private readonly commands: CommandBus) {}

  @Post()
  @DocumentedWrite({
    tag: 'reports',
    summary: 'Save a report, or save it anew; send it by mail',
    refusals: reportProblems,
  })
  async saveReport(@Body() body: SaveReportBody, @Context() context: CommandContext): Promise<Written> {
    const { id, name, report, period = null, relative = null, group = null, second, compare, schedule } = body;
    const filter = body.filter ?? {};
    const compared = COMPARISONS.filter((each) => compare === each || compare === 'both');
    const definition = { report, period, relative, group, ...(second && { second }), filter, compare: compared };
    const problems = definitionProblems(definition);
    if (problems.length > 0) throw badInput(problems);
    const fields = {
      name,
      definition,
      schedule: schedule ? { every: schedule.every, format: schedule.format, recipients: schedule.recipients } : null,
    };
    return answer(await this.commands.execute(new SaveReportCommand(id, fields, context)), reportProblems);
  }
}
