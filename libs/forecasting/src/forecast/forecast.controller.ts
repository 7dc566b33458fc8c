import { Controller, Get, Inject, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import type { Bounded } from '#deals/deal-figures/deal-figures.contract.js';
import { DocumentedRead } from '#http/documented.js';
import { OneOf, PeriodOrDay, ReadQuery } from '#http/fields.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { type DateRange, type PeriodUnit, parsePeriod, periodOf, periodsBetween, rangeOf } from '#kernel/period.js';
import { type Forecast, ForecastQuery } from './forecast.query.js';
import { FORECAST_GROUPS, type ForecastGroup } from './forecast-groups.js';

class ForecastParameters extends ReadQuery {
  @OneOf(['month', 'quarter', 'year'] satisfies PeriodUnit[], { optional: true, description: 'Default: month' })
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
  constructor(
    private readonly queries: QueryBus,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'forecasting', summary: 'Closed, categories, weighted and quota by period and group' })
  forecast(@Query() query: ForecastParameters): Promise<Forecast> {
    const { by = 'month', from, to, group = 'none' } = query;
    const months = monthsOf(from, to, by, this.settings.fiscalYearStart);
    return this.queries.execute(new ForecastQuery(by, months, group, readAtOf(query)));
  }
}

/** The months of all periods of the unit from the one that `from` begins in to the one that `to` ends in. */
const monthsOf = (
  from: string | null | undefined,
  to: string | null | undefined,
  by: PeriodUnit,
  start: number,
): Bounded<string> => {
  const first = from == null ? null : rangeOf(periodOf(daysOf(from, start).from, by, start), start).from;
  const last = to == null ? null : endOf(daysOf(to, start), by, start);
  if (first !== null && last !== null && last <= first) {
    throw badInput([{ path: 'to', message: 'must not be before from' }]);
  }
  return { from: first?.slice(0, 7) ?? null, to: last?.slice(0, 7) ?? null };
};

/** Of a date, the month that it is in: periods consist of months. */
const daysOf = (text: string, start: number): DateRange => {
  const period = parsePeriod(text) ?? parsePeriod(text.slice(0, 7));
  if (period === null) throw new Error(`${text} is neither a period nor a date`);
  return rangeOf(period, start);
};

const endOf = ({ from, to }: DateRange, by: PeriodUnit, start: number): string => {
  const lastBegun = periodsBetween({ from, to }, by, start).at(-1) ?? periodOf(from, by, start);
  return rangeOf(lastBegun, start).to;
};
