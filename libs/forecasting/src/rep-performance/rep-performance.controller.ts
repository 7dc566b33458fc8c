import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { PeriodText, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { type RepPerformance, RepPerformanceQuery } from './rep-performance.query.js';

class PerformanceParameters extends ReadQuery {
  @PeriodText({ optional: true, description: 'Default: all time' })
  period?: string;
}

@Controller('reps')
export class RepPerformanceController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':id/performance')
  @DocumentedRead({ tag: 'forecasting', summary: 'What a rep closed and did in a period, and has open' })
  performance(@IdParam() id: string, @Query() query: PerformanceParameters): Promise<RepPerformance> {
    return this.queries.execute(new RepPerformanceQuery(id, parsePeriod(query.period ?? ''), readAtOf(query)));
  }
}
