import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { byColumn, DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { type Bounded, isWithin } from '#kernel/bounded.js';
import { periodOf, rangeOf } from '#kernel/calendar-periods.js';
import type { CalendarDate } from '#kernel/instant.js';
import { formatPeriod, type Period, type PeriodUnit } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { daysOfStretch, type Stretch } from '../period-bounds.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { quotasAt } from '../quota-versions/quotas-at.js';
import { stageWeightProjections, stageWeightsAt } from '../stage-weights.js';
import type { Asked, Whose } from './asked.js';
import { adjustmentsAt, callProjections, submissionsAt } from './calls-at.js';
import {
  type ForecastDimension,
  type ForecastFilter,
  type ForecastGroup,
  filterGroupings,
  grouping,
  groupProjections,
} from './forecast-groups.js';
import { byPlace, type ForecastRow, shownFigures } from './forecast-rows.js';
import { forecastSums } from './forecast-sums.js';
import { holderRows } from './holder-rows.js';

export type Forecast = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  rows: readonly ForecastRow[];
}>;

export class ForecastQuery extends Query<Forecast> {
  /** @param stretch the first and the last period, or a period or day in them; null: no bound */
  constructor(
    readonly by: PeriodUnit,
    readonly stretch: Stretch,
    readonly group: ForecastGroup,
    readonly at: ReadAt,
    /** A second group within the first; null: none. */
    readonly second: ForecastDimension | null = null,
    readonly filter: ForecastFilter = {},
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

  async execute(query: ForecastQuery): Promise<Forecast> {
    const { by, stretch, group, at, second, filter } = query;
    const { readModels, settings } = this;
    const dimensions = [group, ...(second === null ? [] : [second])];
    const readFrom = [
      ...dealFigureProjections,
      ...stageWeightProjections,
      ...organisationProjections,
      ...groupProjections([...dimensions, ...(Object.keys(filter) as ForecastDimension[])]),
      ...callProjections,
      ...companyProjections,
      quotaVersions,
    ];
    const position = await readModels.reach(readFrom, at.after);
    const { calendar } = await companyKnownAt(readModels, settings, at.knownAt);
    const days = daysOfStretch(stretch, by, calendar);
    const [weightOf, organisation] = await Promise.all([
      stageWeightsAt(readModels, at.asOf, at.knownAt),
      organisationAt(readModels, at.asOf, at.knownAt),
    ]);
    const holders = holdersOf(query);
    const [filters, groups, beside] = await Promise.all([
      filterGroupings(filter, organisation, readModels, at),
      Promise.all(dimensions.map((each) => grouping(each, organisation, readModels, at))),
      holders && this.beside(at, organisation, days),
    ]);
    const deals = await this.figures.at(at);
    const sums = forecastSums(deals, {
      days,
      periodOf: (date) => {
        if (date === null) return null;
        return isWithin(days, date) ? formatPeriod(periodOf(date, by, calendar)) : undefined;
      },
      // Reps, teams and all have figures of their own beside the sums: they are added up from those of each owner.
      groupings: [...(holders === null ? groups : [byColumn('ownerId')]), ...filters],
      weightOf,
    });
    const isAsked = (period: Period): boolean => isWithin(days, rangeOf(period, calendar).from);
    const rows =
      holders === null || beside === null
        ? sums.map(({ period, names: [name = null, within = null], line }) => {
            const figures = shownFigures(line, {}, settings.currency);
            return second === null
              ? { period, group: name, ...figures }
              : { period, group: name, second: within, ...figures };
          })
        : holderRows(sums, { ...holders, ...beside, by, isAsked, organisation, calendar, currency: settings.currency });
    return readAnswer(at, position, { rows: rows.toSorted(byPlace) });
  }

  private async beside(at: ReadAt, organisation: Asked['organisation'], days: Bounded<CalendarDate>) {
    const [quotas, adjustments, submissions] = await Promise.all([
      quotasAt(this.readModels, this.settings, at, days),
      adjustmentsAt(this.readModels, organisation, at, days),
      submissionsAt(this.readModels, at, days),
    ]);
    return { quotas: quotas.amount, adjustments, submissions };
  }
}

/** Reps, teams or all, of whom people speak; null when deals are told apart by anything else. */
const holdersOf = ({ group, second, filter }: ForecastQuery): Pick<Asked, 'group' | 'whose'> | null => {
  const { owner, team, ...others } = filter;
  if (second !== null || Object.keys(others).length > 0 || (owner !== undefined && team !== undefined)) return null;
  if (group !== 'none' && group !== 'owner' && group !== 'team') return null;
  if (group === 'team' && owner !== undefined) return null;
  const whose: Whose =
    owner === undefined
      ? team === undefined
        ? null
        : { scope: 'team', scopeId: team }
      : { scope: 'rep', scopeId: owner };
  return { group, whose };
};
