import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam } from '@nestjs/swagger';
import { DocumentedRead } from '#http/documented.js';
import { Limit, OneOf, PageCursor, Text } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { REPORT_NAMES } from '../domain/reports.js';
import { definitionOf, ReportParameters } from '../report/report.parameters.js';
import { type ReportDeals, ReportDealsQuery } from './report-deals.query.js';

class ReportDealsParameters extends ReportParameters {
  @Text({ optional: true, description: 'Only of this group' })
  of?: string;

  @OneOf(['true'], { optional: true, description: 'Only what is in no group' })
  ungrouped?: string;

  @Text({ optional: true, description: 'Only of this second group' })
  ofSecond?: string;

  @OneOf(['true'], { optional: true, description: 'Only what is in no second group' })
  secondUngrouped?: string;

  @Limit()
  limit?: number;

  @PageCursor()
  cursor?: string;
}

@Controller('reports')
export class ReportDealsController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':name/deals')
  @ApiParam({ name: 'name', enum: REPORT_NAMES })
  @DocumentedRead({ tag: 'reports', summary: 'The deals behind a row of a report, the largest first' })
  reportDeals(@Param('name') name: string, @Query() query: ReportDealsParameters): Promise<ReportDeals> {
    const { of, ungrouped, ofSecond, secondUngrouped, limit, cursor } = query;
    const wanted = [ungrouped === 'true' ? null : of, secondUngrouped === 'true' ? null : ofSecond];
    const page = { ...(limit !== undefined && { limit }), ...(cursor !== undefined && { cursor }) };
    return this.queries.execute(new ReportDealsQuery(definitionOf(name, query), wanted, page, readAtOf(query)));
  }
}
