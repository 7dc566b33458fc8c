import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam } from '@nestjs/swagger';
import { DocumentedRead } from '#http/documented.js';
import { Id, Limit, OneOf, PageCursor } from '#http/fields.js';
import { notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { FORECAST_CATEGORIES } from '#kernel/forecast-category.js';
import { parsePeriod } from '#kernel/period.js';
import { ForecastFilterParameters, filterOf } from '../forecast/forecast.controller.js';
import { FORECAST_DIMENSIONS, type ForecastDimension } from '../forecast/forecast-groups.js';
import { type AskedColumn, type ForecastDeals, ForecastDealsQuery, type GroupOfRow } from './forecast-deals.query.js';

class ForecastDealsParameters extends ForecastFilterParameters {
  @OneOf(['closed', ...FORECAST_CATEGORIES, 'weighted'], {
    optional: true,
    description: 'Only this column. Default: all',
  })
  column?: AskedColumn;

  @Id({ optional: true, description: 'Only what reps of exactly this team own: the deals of a row of `group=team`' })
  onlyTeam?: string;

  @OneOf(FORECAST_DIMENSIONS, { optional: true, description: 'Only what is in no group of it: a row of `group: null`' })
  ungrouped?: ForecastDimension;

  @OneOf(FORECAST_DIMENSIONS, { optional: true, description: 'The same of the second group: `second: null`' })
  secondUngrouped?: ForecastDimension;

  @Limit()
  limit?: number;

  @PageCursor()
  cursor?: string;
}

@Controller('forecasts')
export class ForecastDealsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':period/deals')
  @ApiParam({ name: 'period', description: 'A period, or `none` for what has no expected close date' })
  @DocumentedRead({ tag: 'forecasting', summary: 'The deals behind a figure of the forecast, the largest first' })
  forecastDeals(@Param('period') name: string, @Query() query: ForecastDealsParameters): Promise<ForecastDeals> {
    const period = parsePeriod(name);
    if (period === null && name !== 'none') throw notFound('Periods are written 2017-03, 2017-Q1, 2017 or none');
    const { column = null, onlyTeam, ungrouped, secondUngrouped, limit, cursor } = query;
    const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
    const rows: GroupOfRow[] = [];
    if (onlyTeam !== undefined) rows.push({ dimension: 'team', group: onlyTeam });
    for (const dimension of [ungrouped, secondUngrouped]) if (dimension) rows.push({ dimension, group: null });
    return this.queries.execute(new ForecastDealsQuery(period, column, filterOf(query), page, readAtOf(query), rows));
  }
}
