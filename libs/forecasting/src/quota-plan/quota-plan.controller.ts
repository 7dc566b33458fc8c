import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { Type } from 'class-transformer';
import { DocumentedRead } from '#http/documented.js';
import { OneOf, PeriodText, ReadQuery, Whole } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { type Period, type PeriodUnit, parsePeriod } from '#kernel/period.js';
import { QUOTA_MEASURES, type QuotaMeasure } from '../domain/quota-measure.js';
import { type QuotaPlan, QuotaPlanQuery } from './quota-plan.query.js';

class QuotaPlanParameters extends ReadQuery {
  @PeriodText({ description: 'The year or quarter that the quota of the team is for' })
  period!: string;

  @OneOf(QUOTA_MEASURES, { optional: true, description: 'What is counted; default: amount' })
  measure?: QuotaMeasure;

  @Type(() => Number)
  @Whole({
    optional: true,
    description: "The quota of the team, in minor units of the company's currency, of the measure amount",
  })
  amount?: number;

  @Type(() => Number)
  @Whole({ optional: true, description: 'How many, of the measures deals and activities' })
  target?: number;

  @OneOf(['month', 'quarter'], { optional: true, description: 'How long the parts are; default: month' })
  by?: Exclude<PeriodUnit, 'year'>;

  @Type(() => Number)
  @Whole({ optional: true, min: 0, max: 10, description: 'How many years before tell the season; default: 3; 0: even' })
  years?: number;

  @OneOf(['even', 'won'], {
    optional: true,
    description: 'The same for each rep (default), or by what each has won, or done',
  })
  members?: 'even' | 'won';
}

@Controller('teams/:id/quota-plan')
export class QuotaPlanController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @DocumentedRead({
    tag: 'forecasting',
    summary:
      'The quota of a team, spread over its period by season and cascaded to its reps: a preview that sets nothing',
  })
  quotaPlan(@IdParam() teamId: string, @Query() query: QuotaPlanParameters): Promise<QuotaPlan> {
    const { measure = 'amount', by = 'month', years = 3, members = 'even' } = query;
    const amount = sizeOf(measure, query);
    // The parameters are checked: it is a period.
    const period = parsePeriod(query.period) as Period;
    return this.queries.execute(
      new QuotaPlanQuery({ teamId, period, measure, amount, by, years, members }, readAtOf(query)),
    );
  }
}

const sizeOf = (measure: QuotaMeasure, { amount, target }: QuotaPlanParameters): number => {
  const [wanted, other] = measure === 'amount' ? (['amount', 'target'] as const) : (['target', 'amount'] as const);
  const given = { amount, target };
  const size = given[wanted];
  if (given[other] !== undefined) throw badInput([{ path: other, message: `is of another measure than ${measure}` }]);
  if (size === undefined) throw badInput([{ path: wanted, message: 'must be given' }]);
  return size;
};
