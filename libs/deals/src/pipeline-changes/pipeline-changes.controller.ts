import { Controller, Get, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { DocumentedRead } from '#http/documented.js';
import { DayOrAt, Id, ListQuery, OneOf, PeriodText } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { readAtOf } from '#http/read-at.js';
import { parsePeriod } from '#kernel/period.js';
import { type PipelineChanges, PipelineChangesQuery } from './pipeline-changes.query.js';
import { WATERFALL_ROWS, type WaterfallRow } from './waterfall.js';

class ChangesParameters extends ListQuery {
  @DayOrAt({ description: 'The earlier instant; of a date its beginning' })
  from!: string;

  @DayOrAt({ optional: true, description: 'The later instant. Default, and at most: `asOf`' })
  to?: string;

  @PeriodText({ optional: true, description: 'Only deals with a close date in it. Default: all' })
  period?: string;

  @Id({ optional: true, description: 'Only deals of this rep' })
  owner?: string;

  @Id({ optional: true, description: 'Only deals of this team and those below it' })
  team?: string;

  @OneOf(WATERFALL_ROWS, { optional: true, description: 'List the deals of this step, with their events' })
  row?: WaterfallRow;
}

@Controller('pipelines')
export class PipelineChangesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':processId/changes')
  @DocumentedRead({ tag: 'pipeline', summary: 'What changed between two instants: the waterfall, and its deals' })
  changes(@IdParam('processId') processId: string, @Query() query: ChangesParameters): Promise<PipelineChanges> {
    const { owner, team, row, limit, cursor } = query;
    const at = readAtOf(query);
    const between = { from: query.from, to: query.to ?? at.asOf };
    const filter = { ...(owner != null && { ownerId: owner }), ...(team != null && { teamId: team }) };
    const page = { row: row ?? null, ...(limit != null && { limit }), ...(cursor != null && { cursor }) };
    const period = parsePeriod(query.period ?? '');
    return this.queries.execute(new PipelineChangesQuery(processId, between, period, filter, at, page));
  }
}
