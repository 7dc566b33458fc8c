import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { OneOf, PeriodOrDay, ReadQuery } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { PERIOD_UNITS, type PeriodUnit } from '#kernel/period.js';
import { type Forecast, ForecastQuery } from './forecast.query.js';
import { FORECAST_GROUPS, type ForecastGroup } from './forecast-groups.js';

class ForecastParameters extends ReadQuery {
  @OneOf(PERIOD_UNITS, { optional: true, description: 'Default: month' })
  by?: PeriodUnit;

  @PeriodOrDay({ optional: true, description: 'First period, or a period or date in it. Default: all' })
  from?: string;

  @PeriodOrDay({ optional: true, description: 'Last period, or a period or date in it. Default: all' })
  to?: string;

  @OneOf(FORECAST_GROUPS, { optional: true, description: 'Default: none' })
  group?: ForecastGroup;
}

@Controller('forecasts')
export class ForecastController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @DocumentedRead({ tag: 'forecasting', summary: 'Closed, categories, weighted and quota by period and group' })
  forecast(@Query() query: ForecastParameters): Promise<Forecast> {
    const { by = 'month', from, to, group = 'none' } = query;
    const stretch = { from: from ?? null, to: to ?? null };
    return this.queries.execute(new ForecastQuery(by, stretch, group, readAtOf(query)));
  }
}
