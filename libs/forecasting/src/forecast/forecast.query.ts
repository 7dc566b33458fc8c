import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  type Bounded,
  DealFigures,
  dealFigureProjections,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { periodOf, periodWith, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { CalendarDate } from '#kernel/instant.js';
import { formatPeriod, PERIOD_UNITS, type Period, type PeriodUnit, unitOf } from '#kernel/period.js';
import {
  type Organisation,
  organisationAt,
  organisationProjections,
} from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { daysOfStretch, type Stretch } from '../period-bounds.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import {
  companyQuota,
  type QuotaOfDays,
  type Quotas,
  quotaOf,
  quotasAt,
  teamQuota,
} from '../quota-versions/quotas-at.js';
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
  /** @param stretch the first and the last period, or a period or day in them; null: no bound */
  constructor(
    readonly by: PeriodUnit,
    readonly stretch: Stretch,
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

  async execute({ by, stretch, group, at }: ForecastQuery): Promise<Forecast> {
    const { readModels, settings } = this;
    const { asOf, knownAt } = at;
    const readFrom = [
      ...dealFigureProjections,
      ...stageWeightProjections,
      ...organisationProjections,
      ...groupProjections(group),
      ...companyProjections,
      quotaVersions,
    ];
    const position = await this.readModels.reach(readFrom, at.after);
    const { calendar } = await companyKnownAt(readModels, settings, knownAt);
    const days = daysOfStretch(stretch, by, calendar);
    const [weightOf, organisation, quotas] = await Promise.all([
      stageWeightsAt(readModels, asOf, knownAt),
      organisationAt(readModels, asOf, knownAt),
      quotasAt(readModels, settings, at),
    ]);
    const groupOf = await grouping(group, organisation, readModels, at);
    const deals = await this.figures.at(at);
    const periodIn = (date: string | null) => {
      if (date === null) return null;
      return isWithin(days, date) ? formatPeriod(periodOf(date, by, calendar)) : undefined;
    };
    const amount = ({ amount }: SpanView): number => amount;
    const rows = new ForecastRows();
    const won = deals.won(days).sum([{ columns: ['signedOn'], as: periodIn }, groupOf], { amount });
    for (const { group: place, amount } of won) rows.closed(placeOf(place), amount);
    const open = deals
      .open()
      .sum([{ columns: ['expectedCloseOn'], as: periodIn }, groupOf, ...STAGE_OF_DEAL], { amount });
    for (const { group: place, amount } of open) {
      const weight = weightOf(stageOfDeal(place.slice(2)));
      if (weight !== null) rows.open(placeOf(place), weight.category, amount, weight.probability);
    }
    addQuotas(rows, { by, days, group, calendar }, organisation, quotas);
    return readAnswer(at, position, { rows: rows.shown(settings.currency) });
  }
}

type Rows = Readonly<{ by: PeriodUnit; days: Bounded<CalendarDate>; group: ForecastGroup; calendar: FiscalCalendar }>;

const addQuotas = (
  rows: ForecastRows,
  { by, days, group, calendar }: Rows,
  organisation: Organisation,
  quotas: Quotas,
): void => {
  const places = new Map<string, Readonly<{ period: Period; holder: string | null }>>();
  for (const quota of quotas.values()) {
    const period = rowPeriodOf(quota, by, calendar);
    const holder = holderOf(quota, group, organisation);
    if (period === null || holder === undefined) continue;
    if (isWithin(days, rangeOf(period, calendar).from)) {
      places.set(JSON.stringify([formatPeriod(period), holder]), { period, holder });
    }
  }
  for (const { period, holder } of places.values()) {
    const amount = rowQuota(group, holder, period, organisation, quotas, calendar);
    if (amount !== null) rows.quota({ period: formatPeriod(period), group: holder }, amount);
  }
};

/** The row's period that the quota adds to; null when the quota is for a longer one, or for none of the calendar. */
const rowPeriodOf = ({ days }: QuotaOfDays, by: PeriodUnit, calendar: FiscalCalendar): Period | null => {
  const period = periodWith(days, calendar);
  if (period === null || PERIOD_UNITS.indexOf(unitOf(period)) > PERIOD_UNITS.indexOf(by)) return null;
  return periodOf(days.from, by, calendar);
};

/** The group whose row the quota adds to; undefined: none. Products, regions and the like have no quotas. */
const holderOf = (
  { scope, scopeId }: QuotaHolder,
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
  calendar: FiscalCalendar,
): number | null => {
  if (holder === null) return companyQuota(quotas, organisation, period, calendar);
  return group === 'owner'
    ? quotaOf(quotas, { scope: 'rep', scopeId: holder }, period, calendar)
    : teamQuota(quotas, organisation, holder, period, calendar);
};

const placeOf = ([period = null, group = null]: readonly (string | null)[]) => ({ period, group });

const isWithin = ({ from, to }: Bounded<CalendarDate>, day: CalendarDate): boolean =>
  (from === null || from <= day) && (to === null || day < to);
