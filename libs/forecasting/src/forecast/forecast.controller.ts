import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { Id, OneOf, PeriodOrDay, ReadQuery, Text } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { PERIOD_UNITS, type PeriodUnit } from '#kernel/period.js';
import { type Forecast, ForecastQuery } from './forecast.query.js';
import {
  FORECAST_DIMENSIONS,
  FORECAST_GROUPS,
  type ForecastDimension,
  type ForecastFilter,
  type ForecastGroup,
} from './forecast-groups.js';

/** Which deals count. */
export class ForecastFilterParameters extends ReadQuery {
  @Id({ optional: true, description: 'Only what this rep owns, or owned when it was won' })
  owner?: string;

  @Id({ optional: true, description: 'Only what reps of this team, and of those below it, own' })
  team?: string;

  @Text({ optional: true })
  region?: string;

  @Id({ optional: true, description: 'Only lines of this product' })
  product?: string;

  @Text({ optional: true, description: 'Only lines of this model: `product/model`' })
  model?: string;

  @Text({ optional: true })
  source?: string;

  @Text({ optional: true })
  industry?: string;

  @Id({ optional: true })
  customer?: string;

  @Id({ optional: true })
  process?: string;
}

export const filterOf = (parameters: ForecastFilterParameters): ForecastFilter =>
  Object.fromEntries(
    FORECAST_DIMENSIONS.flatMap((dimension) => {
      const wanted = parameters[dimension];
      return wanted == null ? [] : [[dimension, wanted] as const];
    }),
  );

class ForecastParameters extends ForecastFilterParameters {
  @OneOf(PERIOD_UNITS, { optional: true, description: 'Default: month' })
  by?: PeriodUnit;

  @PeriodOrDay({ optional: true, description: 'First period, or a period or date in it. Default: all' })
  from?: string;

  @PeriodOrDay({ optional: true, description: 'Last period, or a period or date in it. Default: all' })
  to?: string;

  @OneOf(FORECAST_GROUPS, { optional: true, description: 'Default: none' })
  group?: ForecastGroup;

  @OneOf(FORECAST_DIMENSIONS, { optional: true, description: 'A second group within the first. Default: none' })
  second?: ForecastDimension;
}

@Controller('forecasts')
export class ForecastController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @DocumentedRead({ tag: 'forecasting', summary: 'Closed, categories, weighted and quota by period and group' })
  forecast(@Query() query: ForecastParameters): Promise<Forecast> {
    const { by = 'month', from, to, group = 'none', second = null } = query;
    const stretch = { from: from ?? null, to: to ?? null };
    return this.queries.execute(new ForecastQuery(by, stretch, group, readAtOf(query), second, filterOf(query)));
  }
}
