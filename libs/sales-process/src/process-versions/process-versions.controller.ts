import { Controller, Get, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { VersionReads } from '#http/version-reads.js';
import type { Version } from '#projections/versions.js';
import type { Process } from '../domain/process.state.js';
import { processVersions } from './process-versions.contract.js';

@Controller('processes')
export class ProcessVersionsController {
  constructor(private readonly reads: VersionReads) {}

  @Get()
  @DocumentedRead({ tag: 'sales process', summary: 'All processes as they stood' })
  listProcesses(@Query() query: ListQuery) {
    return this.reads.list(processVersions, query, shown);
  }

  @Get(':id')
  @DocumentedRead({ tag: 'sales process', summary: 'A process as it stood' })
  getProcess(@IdParam() id: string, @Query() query: ReadQuery) {
    return this.reads.one(processVersions, id, query, shown);
  }
}

const shown = ({ revision, state: { id, version, name, stages, rules } }: Version<Process>) => ({
  id,
  revision: String(revision),
  version,
  name,
  stages,
  rules,
});
