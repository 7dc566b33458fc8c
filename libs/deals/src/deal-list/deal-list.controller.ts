import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, OneOf } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { type DealList, DealListQuery } from './deal-list.query.js';

const STATUSES = ['Open', 'Won', 'Lost'] as const;
const DEFAULT_LIMIT = 50;

class DealListParameters extends ListQuery {
  @Id({ optional: true })
  owner?: string;

  @Id({ optional: true })
  customer?: string;

  @Id({ optional: true })
  process?: string;

  @Id({ optional: true })
  stage?: string;

  @OneOf(STATUSES, { optional: true })
  status?: (typeof STATUSES)[number];
}

@Controller('deals')
export class DealListController {
  constructor(private readonly queries: QueryBus) {}

  @Get()
  @DocumentedRead({ tag: 'deals', summary: 'Deals by owner, customer, process, stage and status, as they stood' })
  listDeals(@Query() query: DealListParameters): Promise<DealList> {
    const { owner, customer, process, stage, status, limit = DEFAULT_LIMIT, cursor } = query;
    const filter = {
      ...(owner != null && { ownerId: owner }),
      ...(customer != null && { customerId: customer }),
      ...(process != null && { processId: process }),
      ...(stage != null && { stage }),
      ...(status != null && { status }),
    };
    const isPast = query.asOf != null || query.knownAt != null;
    const page = { limit, ...(cursor != null && { cursor }) };
    return this.queries.execute(new DealListQuery(filter, readAtOf(query), isPast, page));
  }
}
