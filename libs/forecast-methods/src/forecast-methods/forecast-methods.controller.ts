import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { OneOf, PeriodText, ReadQuery } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { SEGMENTS, type Segment } from '../segments.js';
import { type ForecastMethods, ForecastMethodsQuery } from './forecast-methods.query.js';

class ForecastMethodsParameters extends ReadQuery {
  @OneOf(SEGMENTS, { optional: true, description: 'By what deals are told apart when learning. Default: size' })
  segment?: Segment;

  @PeriodText({ optional: true, description: 'What each method forecasts for it. Default: none' })
  period?: string;
}

@Controller('forecast-methods')
export class ForecastMethodsController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @DocumentedRead({
    tag: 'forecast methods',
    summary: 'The methods, the chosen one, and the probabilities that history teaches beside the configured ones',
  })
  methods(@Query() query: ForecastMethodsParameters): Promise<ForecastMethods> {
    const { segment = 'size', period } = query;
    return this.queries.execute(new ForecastMethodsQuery(segment, parsePeriod(period ?? ''), readAtOf(query)));
  }
}
