import { Controller, Get, Inject, Query } from '@nestjs/common';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { daysIn } from '#http/days-in.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery } from '#http/fields.js';
import { PeriodParam } from '#http/period.param.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import type { Period } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { callsPage, holderShown, statedCall } from '../calls-page.js';
import { forecastAdjustments } from './forecast-adjustments.projection.js';

class AdjustmentsQuery extends ListQuery {
  @Id({ optional: true, description: 'Only of this rep' })
  owner?: string;

  @Id({ optional: true, description: 'Only of this team itself' })
  team?: string;
}

@Controller('forecasts')
export class ForecastAdjustmentsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get(':period/adjustments')
  @DocumentedRead({ tag: 'forecasting', summary: 'How managers adjusted the forecast of a period, with its history' })
  async listForecastAdjustments(@PeriodParam() period: Period, @Query() query: AdjustmentsQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([forecastAdjustments, ...companyProjections], at.after);
    const { calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const days = daysIn(calendar, period);
    const asked = { at, days, page: query };
    const page = await callsPage(this.store, forecastAdjustments.documents, asked, (latest, all, id) => ({
      id,
      revision: String(latest.revision),
      ...holderShown(latest.state),
      /** The team whose manager adjusts; null: the company. */
      level: latest.state.level,
      category: latest.state.category,
      ...statedCall(latest),
      /** Oldest first; the last one is the one above. `amount` null: taken back. */
      history: all.map(statedCall),
    }));
    return readAnswer(at, position, { items: page.items, next: page.next });
  }
}
