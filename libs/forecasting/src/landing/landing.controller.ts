import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { Text } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { isId } from '#kernel/ids.js';
import type { Holder } from '../forecast/roll-up.js';
import { askedPeriod, HolderInPeriodQuery } from '../holder-in-period.js';
import { type LandingsAnswer, LandingsQuery, type ShownLanding } from './landing.query.js';

/** Each landing takes some milliseconds of the server's time. */
const MAX_REPS = 100;

class RepLandingsQuery extends HolderInPeriodQuery {
  @Text({ max: 7_000, description: `Ids of up to ${MAX_REPS} reps, with commas between them` })
  reps!: string;
}

type Answer = Omit<LandingsAnswer, 'landings'>;
export type RepLanding = Answer & ShownLanding;
type RepLandings = Answer & Readonly<{ items: readonly (Readonly<{ repId: string }> & ShownLanding)[] }>;

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

  @Get('rep-landings')
  @DocumentedRead({ tag: 'forecasting', summary: 'Where several reps will land; who was not there then is left out' })
  async repLandings(@Query() query: RepLandingsQuery): Promise<RepLandings> {
    const ids = query.reps.split(',');
    if (ids.length > MAX_REPS || !ids.every(isId)) {
      throw badInput([{ path: 'reps', message: `must be ids of up to ${MAX_REPS} reps, with commas between them` }]);
    }
    const holders = ids.map((scopeId) => ({ scope: 'rep', scopeId }) as const);
    const { landings, ...answer } = await this.landings(holders, query);
    return { ...answer, items: landings.map(({ holder, landing }) => ({ repId: holder.scopeId, ...landing })) };
  }

  private async landing(holder: Holder, query: HolderInPeriodQuery): Promise<RepLanding> {
    const { landings, ...answer } = await this.landings([holder], query);
    return { ...answer, ...(landings[0]?.landing as ShownLanding) };
  }

  private landings(holders: readonly Holder[], query: HolderInPeriodQuery): Promise<LandingsAnswer> {
    return this.queries.execute(new LandingsQuery(holders, askedPeriod(query), readAtOf(query)));
  }
}
