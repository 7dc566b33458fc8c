import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  type Bounded,
  DealFigures,
  dealFigureProjections,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { formatPeriod, type Period, type PeriodUnit, parsePeriod, periodOf, rangeOf } from '#kernel/period.js';
import {
  type Organisation,
  organisationAt,
  organisationProjections,
} from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { Quota } from '../domain/quota.state.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { companyQuota, type Quotas, quotaOf, quotasAt, teamQuota } from '../quota-versions/quotas-at.js';
import { STAGE_OF_DEAL, stageOfDeal, stageWeightProjections, stageWeightsAt } from '../stage-weights.js';
import { type ForecastGroup, grouping, groupProjections } from './forecast-groups.js';
import { type ForecastRow, ForecastRows } from './forecast-rows.js';

export type Forecast = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  rows: readonly ForecastRow[];
}>;

export class ForecastQuery extends Query<Forecast> {
  /** @param months whole periods of the unit, as the months from `from` on, before `to` (`YYYY-MM`) */
  constructor(
    readonly by: PeriodUnit,
    readonly months: Bounded<string>,
    readonly group: ForecastGroup,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** What was closed, and what is expected to close, by period and group, as it stood at any instant. */
@QueryHandler(ForecastQuery)
export class ForecastHandler implements IQueryHandler<ForecastQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ by, months, group, at }: ForecastQuery): Promise<Forecast> {
    const { readModels, settings } = this;
    const { asOf, knownAt } = at;
    const readFrom = [
      ...dealFigureProjections,
      ...stageWeightProjections,
      ...organisationProjections,
      ...groupProjections(group),
      quotaVersions,
    ];
    const position = await this.readModels.reach(readFrom, at.after);
    const [weightOf, organisation, quotas] = await Promise.all([
      stageWeightsAt(readModels, asOf, knownAt),
      organisationAt(readModels, asOf, knownAt),
      quotasAt(readModels, asOf, knownAt),
    ]);
    const groupOf = await grouping(group, organisation, readModels, at);
    const deals = await this.figures.at(at);
    const periodIn = (date: string | null) => {
      if (date === null) return null;
      return isWithin(months, date.slice(0, 7))
        ? formatPeriod(periodOf(date, by, settings.fiscalYearStart))
        : undefined;
    };
    const amount = ({ amount }: SpanView): number => amount;
    const rows = new ForecastRows();
    const won = deals.won(daysOf(months)).sum([{ columns: ['signedOn'], as: periodIn }, groupOf], { amount });
    for (const { group: place, amount } of won) rows.closed(placeOf(place), amount);
    const open = deals
      .open()
      .sum([{ columns: ['expectedCloseOn'], as: periodIn }, groupOf, ...STAGE_OF_DEAL], { amount });
    for (const { group: place, amount } of open) {
      const weight = weightOf(stageOfDeal(place.slice(2)));
      if (weight !== null) rows.open(placeOf(place), weight.category, amount, weight.probability);
    }
    this.addQuotas(rows, { by, months, group }, organisation, quotas);
    return readAnswer(at, position, { rows: rows.shown(settings.currency) });
  }

  private addQuotas(
    rows: ForecastRows,
    { by, months, group }: Pick<ForecastQuery, 'by' | 'months' | 'group'>,
    organisation: Organisation,
    quotas: Quotas,
  ): void {
    const { fiscalYearStart: start } = this.settings;
    const places = new Map<string, Readonly<{ period: Period; holder: string | null }>>();
    for (const quota of quotas.values()) {
      const period = rowPeriodOf(quota, by, start);
      const holder = holderOf(quota, group, organisation);
      if (period === null || holder === undefined) continue;
      if (isWithin(months, rangeOf(period, start).from.slice(0, 7))) {
        places.set(JSON.stringify([formatPeriod(period), holder]), { period, holder });
      }
    }
    for (const { period, holder } of places.values()) {
      const amount = rowQuota(group, holder, period, organisation, quotas, start);
      if (amount !== null) rows.quota({ period: formatPeriod(period), group: holder }, amount);
    }
  }
}

/** The row's period that the quota adds to; null when the quota is for a longer one. */
const rowPeriodOf = ({ period: text }: Quota, by: PeriodUnit, start: number): Period | null => {
  const period = parsePeriod(text);
  if (period === null || LENGTH[period.unit] > LENGTH[by]) return null;
  return periodOf(rangeOf(period, start).from, by, start);
};

const LENGTH = { month: 1, quarter: 3, year: 12 } as const;

/** The group whose row the quota adds to; undefined: none. Products, regions and the like have no quotas. */
const holderOf = (
  { scope, scopeId }: Quota,
  group: ForecastGroup,
  { reps }: Organisation,
): string | null | undefined => {
  if (group === 'none') return null;
  if (group === 'owner') return scope === 'rep' ? scopeId : undefined;
  if (group === 'team') return scope === 'team' ? scopeId : reps.get(scopeId)?.teamId;
  return undefined;
};

const rowQuota = (
  group: ForecastGroup,
  holder: string | null,
  period: Period,
  organisation: Organisation,
  quotas: Quotas,
  start: number,
): number | null => {
  if (holder === null) return companyQuota(quotas, organisation, period, start);
  return group === 'owner'
    ? quotaOf(quotas, { scope: 'rep', scopeId: holder }, period, start)
    : teamQuota(quotas, organisation, holder, period, start);
};

const placeOf = ([period = null, group = null]: readonly (string | null)[]) => ({ period, group });

const daysOf = ({ from, to }: Bounded<string>): Bounded<string> => ({
  from: from && `${from}-01`,
  to: to && `${to}-01`,
});

const isWithin = ({ from, to }: Bounded<string>, month: string): boolean =>
  (from === null || from <= month) && (to === null || month < to);
