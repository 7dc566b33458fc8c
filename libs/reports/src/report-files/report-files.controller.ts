import { Controller, Get, Param, Query, StreamableFile } from '@nestjs/common';
import { QueryBus } from '@nestjs/cqrs';
import { ApiOperation, ApiParam, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { OneOf } from '#http/fields.js';
import { readAtOf } from '#http/read-at.js';
import { REPORT_NAMES } from '../domain/reports.js';
import { definitionOf, ReportParameters } from '../report/report.parameters.js';
import { ReportQuery } from '../report/report.query.js';
import { REPORT_FORMATS, type ReportFormat, reportFile } from './report-file.js';

class ReportFileParameters extends ReportParameters {
  @OneOf(REPORT_FORMATS)
  format!: ReportFormat;
}

@ApiTags('reports')
@Controller('reports')
export class ReportFilesController {
  constructor(private readonly queries: QueryBus) {}

  @Get(':name/file')
  @ApiParam({ name: 'name', enum: REPORT_NAMES })
  @ApiOperation({ summary: 'The same report as a file: a header, a line a group, the total; money in major units' })
  @ApiProduces('text/csv', 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet')
  @ApiResponse({ status: 200, description: 'The file' })
  @ApiResponse({ status: 503, description: 'ReadModelBehind: not yet at `after`' })
  async reportFile(@Param('name') name: string, @Query() query: ReportFileParameters): Promise<StreamableFile> {
    const report = await this.queries.execute(new ReportQuery(definitionOf(name, query), readAtOf(query)));
    const { filename, contentType: type, content } = await reportFile(report, query.format);
    return new StreamableFile(content, { type, disposition: `attachment; filename="${filename}"` });
  }
}
