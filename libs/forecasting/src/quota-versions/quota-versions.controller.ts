import { Controller, Get, Inject, Query } from '@nestjs/common';
import { calendarOfSettings } from '#company/company.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DocumentedRead } from '#http/documented.js';
import { Id, ListQuery, OneOf, PeriodText } from '#http/fields.js';
import { readAnswer } from '#http/read-answer.js';
import { readAtOf } from '#http/read-at.js';
import { listVersions } from '#projections/list-versions.js';
import { ReadModels } from '#projections/read-models.js';
import { type Range, READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { daysOfQuota, type Quota } from '../domain/quota.state.js';
import { QUOTA_MEASURES, type QuotaGoal, type QuotaMeasure } from '../domain/quota-measure.js';
import { quotaVersions } from './quota-versions.projection.js';

class QuotasQuery extends ListQuery {
  @PeriodText({ optional: true })
  period?: string;

  @Id({ optional: true })
  repId?: string;

  @Id({ optional: true })
  teamId?: string;

  @OneOf(QUOTA_MEASURES, { optional: true })
  measure?: QuotaMeasure;
}

@Controller('quotas')
export class QuotaVersionsController {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  @Get()
  @DocumentedRead({ tag: 'forecasting', summary: 'Quotas as they stood' })
  async listQuotas(@Query() query: QuotasQuery) {
    const at = readAtOf(query);
    const position = await this.readModels.reach([quotaVersions], at.after);
    const page = await listVersions(this.store, quotaVersions.documents, {
      at,
      range: rangeOf(query),
      matches: matching(query),
      page: query,
    });
    const home = calendarOfSettings(this.settings).calendar;
    const items = page.items.map(({ id, revision, state }) => ({
      id,
      revision: String(revision),
      ...(state.scope === 'rep' ? { repId: state.scopeId } : { teamId: state.scopeId }),
      period: state.period,
      days: daysOfQuota(state, home),
      ...goalOf(state),
    }));
    return readAnswer(at, position, { items, next: page.next });
  }
}

const goalOf = (quota: Quota): QuotaGoal =>
  quota.measure === 'amount'
    ? { measure: 'amount', amount: quota.amount }
    : { measure: quota.measure, target: quota.target };

const holdersOf = ({ repId, teamId }: QuotasQuery): readonly Pick<Quota, 'scope' | 'scopeId'>[] => [
  ...(repId === undefined ? [] : [{ scope: 'rep', scopeId: repId } as const]),
  ...(teamId === undefined ? [] : [{ scope: 'team', scopeId: teamId } as const]),
];

const rangeOf = (query: QuotasQuery): Range => {
  const [holder] = holdersOf(query);
  const ofPeriod = query.period === undefined ? {} : { period: query.period };
  if (holder) return { index: 'byHolder', equals: { ...holder, ...ofPeriod } };
  return query.period === undefined ? { index: 'byId' } : { index: 'byPeriod', equals: ofPeriod };
};

const matching =
  (query: QuotasQuery) =>
  ({ scope, scopeId, period, measure }: Quota): boolean =>
    (query.measure ?? measure) === measure &&
    (query.period === undefined || query.period === period) &&
    // A quota is a rep's or a team's: both asked for at once is none.
    holdersOf(query).every((holder) => holder.scope === scope && holder.scopeId === scopeId);
