import { Controller, Get, Param, Query } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiParam } from '@nestjs/swagger';
import { DocumentedRead } from '#http/documented.js';
import { readAtOf } from '#http/read-at.js';
import { REPORT_NAMES } from '../domain/reports.js';
import { definitionOf, ReportParameters } from './report.parameters.js';
import { type Report, ReportQuery } from './report.query.js';

@Controller('reports')
export class ReportController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':name')
  @ApiParam({ name: 'name', enum: REPORT_NAMES })
  @DocumentedRead({ tag: 'reports', summary: 'A report by any group, filtered, beside other periods' })
  report(@Param('name') name: string, @Query() query: ReportParameters): Promise<Report> {
    return this.queries.execute(new ReportQuery(definitionOf(name, query), readAtOf(query)));
  }
}
