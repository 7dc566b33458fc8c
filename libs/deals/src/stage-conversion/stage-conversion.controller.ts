import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { DayOrAt, Id, ListQuery, OneOf, PeriodText } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { formatPeriod, type PeriodUnit, parsePeriod, unitOf } from '#kernel/period.js';
import { ENTRY_ROWS, type EntryRow } from './stage-conversion.js';
import { type Conversion, type EntriesAsked, StageConversionQuery } from './stage-conversion.query.js';

class ConversionParameters extends ListQuery {
  @DayOrAt({ optional: true, description: 'Deals that came into the stage then or later. Default: all' })
  from?: string;

  @DayOrAt({ optional: true, description: 'Deals that came into the stage before. Default: all' })
  to?: string;

  @Id({ optional: true, description: 'Only what this rep owned when it came into the stage' })
  owner?: string;

  @Id({ optional: true, description: 'Only what reps of this team, and those below it, owned then' })
  team?: string;

  @OneOf(['month', 'quarter', 'year'] satisfies PeriodUnit[], { optional: true, description: 'A cohort for each' })
  by?: PeriodUnit;

  @Id({ optional: true, description: 'Also list deals of this stage, the latest first: `limit`, `cursor` and `next`' })
  stage?: string;

  @OneOf(ENTRY_ROWS, { optional: true, description: 'List the deals of this count of the stage. Default: entered' })
  row?: EntryRow;

  @PeriodText({ optional: true, description: 'List those of this cohort; takes `by`. Default: all' })
  cohort?: string;
}

@Controller('pipelines')
export class StageConversionController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':processId/conversion')
  @DocumentedRead({
    tag: 'pipeline',
    summary: 'Of the deals that came into each stage: how many went on, and how soon',
  })
  conversion(@IdParam('processId') processId: string, @Query() query: ConversionParameters): Promise<Conversion> {
    const { from, to, owner, team, by = null } = query;
    const entered = { from: from ?? null, to: to ?? null };
    const filter = { ...(owner != null && { ownerId: owner }), ...(team != null && { teamId: team }) };
    return this.queries.execute(
      new StageConversionQuery(processId, entered, filter, by, readAtOf(query), listOf(query)),
    );
  }
}

const listOf = ({ by, stage, row, cohort, limit, cursor }: ConversionParameters): EntriesAsked | null => {
  if (stage === undefined) {
    const alone = Object.entries({ row, cohort }).filter(([, value]) => value !== undefined);
    if (alone.length > 0) throw badInput(alone.map(([path]) => ({ path, message: 'is about a stage: give `stage`' })));
    return null;
  }
  const period = parsePeriod(cohort ?? '');
  if (period !== null && unitOf(period) !== by) throw badInput([{ path: 'cohort', message: 'must be one of `by`' }]);
  const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
  return { stage, row: row ?? 'entered', cohort: period && formatPeriod(period), ...page };
};
