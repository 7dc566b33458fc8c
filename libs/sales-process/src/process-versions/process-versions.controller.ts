import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAtOf } from '#http/read-at.js';
import { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import { versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { processVersions } from './process-versions.contract.js';

@Controller('processes')
export class ProcessVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'sales process', summary: 'All processes as they stood' })
  async listProcesses(@Query() query: ReadQuery): Promise<object> {
    const { asOf, knownAt, after } = readAtOf(query);
    const position = await this.readModels.reach([processVersions], after);
    const processes = await statesAt(this.store, processVersions.documents, asOf, knownAt);
    return { asOf, knownAt, position: String(position), items: [...processes.values()], next: null };
  }

  @Get(':id')
  @DocumentedRead({ tag: 'sales process', summary: 'A process as it stood' })
  async getProcess(@IdParam() id: string, @Query() query: ReadQuery): Promise<object> {
    const { asOf, knownAt, after } = readAtOf(query);
    const position = await this.readModels.reach([processVersions], after);
    const entry = await this.store.collection(processVersions.documents).get(id);
    const version = versionAt(entry?.doc, asOf, knownAt);
    if (version === null) throw notFound(`There is no process ${id} as of ${asOf}`);
    return { asOf, knownAt, position: String(position), ...version.state, revision: String(version.revision) };
  }
}
