import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery, ReadQuery } from '#http/fields.js';
import { IdParam } from '#http/id.param.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Version, versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Process } from '../domain/process.state.js';
import { processVersions } from './process-versions.contract.js';

@Controller('processes')
export class ProcessVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'sales process', summary: 'All processes as they stood' })
  async listProcesses(@Query() query: ListQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([processVersions], at.after);
    const page = await listVersions(this.store, processVersions.documents, {
      at,
      range: { index: 'byId' },
      matches: () => true,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }

  @Get(':id')
  @DocumentedRead({ tag: 'sales process', summary: 'A process as it stood' })
  async getProcess(@IdParam() id: string, @Query() query: ReadQuery): Promise<object> {
    const at = readAtOf(query);
    const position = await this.readModels.reach([processVersions], at.after);
    const entry = await this.store.collection(processVersions.documents).get(id);
    const version = versionAt(entry?.doc, at.asOf, at.knownAt);
    if (version === null) throw notFound(`There is no process ${id} as of ${at.asOf}`);
    return readAnswer(at, position, shown(version));
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
