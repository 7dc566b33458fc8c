import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam } from '@nestjs/swagger';
import { DocumentedRead } from '#http/documented.js';
import { Id, OneOf, PeriodText, ReadQuery } from '#http/fields.js';
import { badInput, notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { QUOTA_MEASURES, type QuotaMeasure } from '../domain/quota-measure.js';
import { LEADERBOARDS, type Leaderboard, LeaderboardQuery } from './leaderboard.query.js';

class LeaderboardParameters extends ReadQuery {
  @PeriodText({ optional: true, description: 'Default: all time' })
  period?: string;

  @Id({ optional: true, description: 'Only reps of this team and those below it' })
  team?: string;

  @OneOf(QUOTA_MEASURES, { optional: true, description: 'Whose quotas `attainment` is of; default: amount' })
  measure?: QuotaMeasure;
}

@Controller('leaderboards')
export class LeaderboardController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':metric')
  @ApiParam({ name: 'metric', enum: LEADERBOARDS })
  @DocumentedRead({ tag: 'forecasting', summary: 'Reps by what they closed or did; equal values share a rank' })
  leaderboard(@Param('metric') name: string, @Query() query: LeaderboardParameters): Promise<Leaderboard> {
    const metric = LEADERBOARDS.find((known) => known === name);
    if (metric === undefined) throw notFound(`There is no leaderboard ${name}: ${LEADERBOARDS.join(', ')}`);
    const period = parsePeriod(query.period ?? '');
    if (metric === 'attainment' && period === null) {
      throw badInput([{ path: 'period', message: 'must be given: a quota is for a period' }]);
    }
    if (metric !== 'attainment' && query.measure !== undefined) {
      throw badInput([{ path: 'measure', message: 'is of the leaderboard attainment only' }]);
    }
    const { team = null, measure } = query;
    return this.queries.execute(new LeaderboardQuery(metric, period, team, readAtOf(query), true, measure));
  }
}
