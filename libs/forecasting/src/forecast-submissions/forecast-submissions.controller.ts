import { Controller, Get, Inject, Query } from '@nestjs/common';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { daysIn } from '#http/days-in.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery } from '#http/fields.js';
import { PeriodParam } from '#http/period.param.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { type Period, unitOf } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import type { Version } from '#projections/versions.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { callsPage, holderShown, statedCall } from '../calls-page.js';
import type { ForecastSubmission } from '../domain/forecast-submission.state.js';
import type { StatedBy } from '../stated-versions.js';
import { forecastSubmissions } from './forecast-submissions.projection.js';
import { deadlineOf, dueAt, submissionDeadlines } from './submission-deadlines.js';

class SubmissionsQuery extends ListQuery {
  @Id({ optional: true, description: 'Only of this rep' })
  owner?: string;

  @Id({ optional: true, description: 'Only of this team itself' })
  team?: string;
}

@Controller('forecasts')
export class ForecastSubmissionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':period/submissions')
  @DocumentedRead({ tag: 'forecasting', summary: 'The calls of reps and managers for a period, with their history' })
  async listForecastSubmissions(@PeriodParam() period: Period, @Query() query: SubmissionsQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach(
      [forecastSubmissions, submissionDeadlines, ...companyProjections],
      at.after,
    );
    const deadlines = await this.readModels.versions(submissionDeadlines);
    const { timeZone, calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const days = daysIn(calendar, period);
    const judged = (version: Version<ForecastSubmission & StatedBy>) => {
      const due = dueAt({ days }, deadlineOf(deadlines, unitOf(period), version), timeZone);
      /** `dueAt`: by the deadline that was in force when it was submitted; null: there was none. */
      return { ...statedCall(version), dueAt: due, late: due !== null && version.validFrom >= due };
    };
    const asked = { at, days, page: query };
    const page = await callsPage(this.store, forecastSubmissions.documents, asked, (latest, all, id) => ({
      id,
      revision: String(latest.revision),
      ...holderShown(latest.state),
      category: latest.state.category,
      ...judged(latest),
      /** Oldest first; the last one is the one above. */
      history: all.map(judged),
    }));
    return readAnswer(at, position, { items: page.items, next: page.next });
  }
}
