import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam } from '@nestjs/swagger';
import { DocumentedRead } from '#http/documented.js';
import { Id, PeriodText, ReadQuery } from '#http/fields.js';
import { notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { LEADERBOARD_METRICS, type Leaderboard, LeaderboardQuery } from './leaderboard.query.js';

class LeaderboardParameters extends ReadQuery {
  @PeriodText({ optional: true, description: 'Default: all time' })
  period?: string;

  @Id({ optional: true, description: 'Only reps of this team and those below it' })
  team?: string;
}

@Controller('leaderboards')
export class LeaderboardController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':metric')
  @ApiParam({ name: 'metric', enum: LEADERBOARD_METRICS })
  @DocumentedRead({ tag: 'forecasting', summary: 'Reps by what they closed or did; equal values share a rank' })
  leaderboard(@Param('metric') name: string, @Query() query: LeaderboardParameters): Promise<Leaderboard> {
    const metric = LEADERBOARD_METRICS.find((known) => known === name);
    if (metric === undefined) throw notFound(`There is no leaderboard ${name}: ${LEADERBOARD_METRICS.join(', ')}`);
    const period = parsePeriod(query.period ?? '');
    return this.queries.execute(new LeaderboardQuery(metric, period, query.team ?? null, readAtOf(query)));
  }
}
