import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { Day, Id, OneOf, ReadQuery } from '#http/fields.js';
import { PeriodParam } from '#http/period.param.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import type { Period } from '#kernel/period.js';
import type { Whose } from '../forecast/asked.js';
import { type ForecastHistory, ForecastHistoryQuery } from './forecast-history.query.js';

class ForecastHistoryParameters extends ReadQuery {
  @Day({ optional: true, description: 'First day. Default: that of the period' })
  from?: string;

  @Day({ optional: true, description: 'Last day. Default: that of the period' })
  to?: string;

  @OneOf(['day', 'week'], { optional: true, description: 'Default: day' })
  step?: 'day' | 'week';

  @OneOf(['then', 'now'], {
    optional: true,
    description: 'By what was known on each day, or by what is known at `knownAt`. Default: then',
  })
  known?: 'then' | 'now';

  @Id({ optional: true, description: 'Of this rep' })
  owner?: string;

  @Id({ optional: true, description: 'or of this team with those below it. Default: of the company' })
  team?: string;
}

@Controller('forecasts')
export class ForecastHistoryController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':period/history')
  @DocumentedRead({ tag: 'forecasting', summary: 'How the forecast of a period stood at the end of each day' })
  forecastHistory(@PeriodParam() period: Period, @Query() query: ForecastHistoryParameters): Promise<ForecastHistory> {
    const { from = null, to = null, step = 'day', known = 'then' } = query;
    return this.queries.execute(
      new ForecastHistoryQuery(period, { from, to }, step, known, whoseOf(query), readAtOf(query)),
    );
  }
}

const whoseOf = ({ owner, team }: ForecastHistoryParameters): Whose => {
  if (owner !== undefined && team !== undefined) {
    throw badInput([{ path: 'owner', message: 'either owner or team may be given, and not both' }]);
  }
  if (owner !== undefined) return { scope: 'rep', scopeId: owner };
  return team === undefined ? null : { scope: 'team', scopeId: team };
};
