import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { DayOrAt, Id, OneOf, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import type { PeriodUnit } from '#kernel/period.js';
import { type Conversion, StageConversionQuery } from './stage-conversion.query.js';

class ConversionParameters extends ReadQuery {
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
    const { from, to, owner, team, by } = query;
    const entered = { from: from ?? null, to: to ?? null };
    const filter = { ...(owner != null && { ownerId: owner }), ...(team != null && { teamId: team }) };
    return this.queries.execute(new StageConversionQuery(processId, entered, filter, by ?? null, readAtOf(query)));
  }
}
