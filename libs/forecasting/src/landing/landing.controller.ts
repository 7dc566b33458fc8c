import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import type { Holder } from '../forecast/roll-up.js';
import { askedPeriod, HolderInPeriodQuery } from '../holder-in-period.js';
import { LandingQuery, type RepLanding } from './landing.query.js';

@Controller()
export class LandingController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reps/:id/landing')
  @DocumentedRead({ tag: 'forecasting', summary: 'Where a rep will land against their quota, and why' })
  repLanding(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<RepLanding> {
    return this.landing({ scope: 'rep', scopeId: id }, query);
  }

  @Get('teams/:id/landing')
  @DocumentedRead({ tag: 'forecasting', summary: 'Where a team, with those below it, will land, and why' })
  teamLanding(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<RepLanding> {
    return this.landing({ scope: 'team', scopeId: id }, query);
  }

  private landing(holder: Holder, query: HolderInPeriodQuery): Promise<RepLanding> {
    return this.queries.execute(new LandingQuery(holder, askedPeriod(query), readAtOf(query)));
  }
}
