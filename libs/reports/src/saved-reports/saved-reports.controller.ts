import { Controller, Get, Inject, Query } from '@nestjs/common';
import { DocumentedRead } from '#http/documented.js';
import { ListQuery } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import type { Version } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { SavedReport } from '../domain/saved-report.state.js';
import { savedReports } from './saved-reports.projection.js';

@Controller('saved-reports')
export class SavedReportsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'reports', summary: 'Reports that are saved, with whom they are sent to' })
  async listSavedReports(@Query() query: ListQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([savedReports], at.after);
    const page = await listVersions(this.store, savedReports.documents, {
      at,
      range: { index: 'byId' },
      matches: ({ isDiscarded }) => !isDiscarded,
      page: query,
    });
    return readAnswer(at, position, { items: page.items.map(shown), next: page.next });
  }
}

const shown = ({ revision, state }: Version<SavedReport>) => ({
  id: state.reportId,
  revision: String(revision),
  name: state.name,
  ownerId: state.ownerId,
  ...state.definition,
  second: state.definition.second ?? null,
  schedule: state.schedule,
  sent: state.sent,
});
