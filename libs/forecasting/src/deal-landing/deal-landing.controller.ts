import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import type { Holder } from '../forecast/roll-up.js';
import { askedPeriod, HolderInPeriodQuery } from '../holder-in-period.js';
import { type DealLanding, DealLandingQuery } from './deal-landing.query.js';

@Controller()
export class DealLandingController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reps/:id/deal-landing')
  @DocumentedRead({ tag: 'forecasting', summary: 'Where a rep will land against their quota of deals, and why' })
  repDealLanding(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<DealLanding> {
    return this.landing({ scope: 'rep', scopeId: id }, query);
  }

  @Get('teams/:id/deal-landing')
  @DocumentedRead({
    tag: 'forecasting',
    summary: 'Where a team, with those below it, will land against its quota of deals, and why',
  })
  teamDealLanding(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<DealLanding> {
    return this.landing({ scope: 'team', scopeId: id }, query);
  }

  private landing(holder: Holder, query: HolderInPeriodQuery): Promise<DealLanding> {
    return this.queries.execute(new DealLandingQuery(holder, askedPeriod(query), readAtOf(query)));
  }
}
