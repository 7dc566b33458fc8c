import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { Day, Id, ListQuery, OneOf } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { badInput } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { type DealSlippage, DealSlippageQuery } from './deal-slippage.query.js';
import { SLIP_KINDS, type SlipKind } from './slips.js';

class SlippageParameters extends ListQuery {
  @Day({ optional: true, description: 'The first day. Default: all' })
  from?: string;

  @Day({ optional: true, description: 'The day after the last one. Default: all' })
  to?: string;

  @Id({ optional: true, description: 'Only what happened while this rep owned the deal' })
  owner?: string;

  @Id({ optional: true, description: 'Only what happened while reps of this team, and those below it, owned the deal' })
  team?: string;

  @OneOf(SLIP_KINDS, { optional: true, description: 'Also list these, the latest first: `limit`, `cursor` and `next`' })
  row?: SlipKind;
}

@Controller('pipelines')
export class DealSlippageController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':processId/slippage')
  @DocumentedRead({
    tag: 'pipeline',
    summary: 'Expected close dates that passed or were moved: how often, how far, by whom',
  })
  slippage(@IdParam('processId') processId: string, @Query() query: SlippageParameters): Promise<DealSlippage> {
    const { from = null, to = null, owner, team, row, limit, cursor } = query;
    if (from !== null && to !== null && to <= from) throw badInput([{ path: 'to', message: 'must be after from' }]);
    const filter = { ...(owner != null && { ownerId: owner }), ...(team != null && { teamId: team }) };
    const page = { ...(limit != null && { limit }), ...(cursor != null && { cursor }) };
    const list = row == null ? null : { kind: row, ...page };
    return this.queries.execute(new DealSlippageQuery(processId, { from, to }, filter, readAtOf(query), list));
  }
}
