import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import type { Holder } from '../forecast/roll-up.js';
import { askedPeriod, HolderInPeriodQuery } from '../holder-in-period.js';
import { AttainmentQuery, type HolderAttainment } from './attainment.query.js';

@Controller()
export class AttainmentController {
  constructor(private readonly queries: QueryBus) {}

  @Get('reps/:id/attainment')
  @DocumentedRead({ tag: 'forecasting', summary: 'How much of their quotas a rep has reached, and at which pace' })
  repAttainment(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<HolderAttainment> {
    return this.attainment({ scope: 'rep', scopeId: id }, query);
  }

  @Get('teams/:id/attainment')
  @DocumentedRead({
    tag: 'forecasting',
    summary: 'How much of its quotas a team, with those below it, has reached, and at which pace',
  })
  teamAttainment(@IdParam() id: string, @Query() query: HolderInPeriodQuery): Promise<HolderAttainment> {
    return this.attainment({ scope: 'team', scopeId: id }, query);
  }

  private attainment(holder: Holder, query: HolderInPeriodQuery): Promise<HolderAttainment> {
    return this.queries.execute(new AttainmentQuery(holder, askedPeriod(query), readAtOf(query)));
  }
}
