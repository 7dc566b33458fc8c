import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import { daysIn } from '#http/days-in.js';
import { badInput } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { CalendarDate } from '#kernel/instant.js';
import { type DateRange, formatPeriod, type Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { Whose } from '../forecast/asked.js';
import { adjustmentsAt, callProjections, submissionsAt } from '../forecast/calls-at.js';
import type { ForecastFigures } from '../forecast/forecast-rows.js';
import { PeriodRows } from '../forecast/period-rows.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { quotasAt } from '../quota-versions/quotas-at.js';
import { stageWeightProjections, stageWeightsAt } from '../stage-weights.js';
import { ForecastSeries } from './forecast-series.js';
import { dayAfter, type HistoryInstant, instantsOf } from './instants.js';

/** The forecast as it stood at the end of a day. */
export type ForecastPoint = Readonly<{ date: CalendarDate; asOf: string; knownAt: string }> & ForecastFigures;

export type ForecastHistory = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  period: string;
  points: readonly ForecastPoint[];
}>;

/** Days, both included; null: the first and the last of the period. */
export type HistoryDays = Readonly<{ from: CalendarDate | null; to: CalendarDate | null }>;

export class ForecastHistoryQuery extends Query<ForecastHistory> {
  constructor(
    readonly period: Period,
    readonly days: HistoryDays,
    readonly step: 'day' | 'week',
    /** `then`: each day by what was known on it; `now`: by what is known at `at.knownAt`. */
    readonly known: 'then' | 'now',
    readonly whose: Whose,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** So many at once: two years of days, or fourteen of weeks. */
const MAX_POINTS = 750;

/** How the forecast of a period came about, day by day. Nothing had to be recorded for it: each day is read off the log. */
@QueryHandler(ForecastHistoryQuery)
export class ForecastHistoryHandler implements IQueryHandler<ForecastHistoryQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ period, days, step, known, whose, at }: ForecastHistoryQuery): Promise<ForecastHistory> {
    const ofDeals = [...dealFigureProjections, ...stageWeightProjections];
    const readFrom = [...ofDeals, ...organisationProjections, ...callProjections, ...companyProjections, quotaVersions];
    const position = await this.readModels.reach(readFrom, at.after);
    const { timeZone, calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const range = daysIn(calendar, period);
    const from = days.from ?? range.from;
    const to = days.to === null ? range.to : dayAfter(days.to, 1);
    if (to <= from) throw badInput([{ path: 'to', message: 'must not be before from' }]);
    const instants = instantsOf({ from, to }, step, known, at, timeZone);
    if (instants.length > MAX_POINTS) {
      throw badInput([{ path: 'from', message: `at most ${MAX_POINTS} points: ask for fewer days, or for weeks` }]);
    }
    const series = new ForecastSeries(await this.figures.closing(range, at), instants);
    const points = await Promise.all(
      instants.map((instant, number) => this.point(series, number, instant, { period, range, calendar, whose })),
    );
    return readAnswer(at, position, { period: formatPeriod(period), points });
  }

  private async point(
    series: ForecastSeries,
    number: number,
    instant: HistoryInstant,
    { period, range, calendar, whose }: PointAsked,
  ): Promise<ForecastPoint> {
    const { readModels, settings } = this;
    const { date, asOf, knownAt } = instant;
    const [weightOf, organisation] = await Promise.all([
      stageWeightsAt(readModels, asOf, knownAt),
      organisationAt(readModels, asOf, knownAt),
    ]);
    const [quotas, adjustments, submissions] = await Promise.all([
      quotasAt(readModels, settings, instant, range),
      adjustmentsAt(readModels, organisation, instant, range),
      submissionsAt(readModels, instant, range),
    ]);
    const { currency } = settings;
    const asked = {
      group: 'none',
      whose,
      organisation,
      quotas: quotas.amount,
      adjustments,
      submissions,
      calendar,
      currency,
    } as const;
    return { date, asOf, knownAt, ...new PeriodRows(period, series.lines(number, weightOf), [], asked).whole() };
  }
}

type PointAsked = Readonly<{
  period: Period;
  /** Its days. */
  range: DateRange;
  calendar: CompanyCalendar['calendar'];
  whose: Whose;
}>;
