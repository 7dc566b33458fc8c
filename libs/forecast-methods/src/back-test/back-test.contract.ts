import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import { periodOf, rangeOf } from '#kernel/calendar-periods.js';
import type { Instant } from '#kernel/instant.js';
import { formatPeriod, type Period, type PeriodUnit } from '#kernel/period.js';
import { dateIn, startOfDayIn } from '#kernel/time-zone.js';
import { inTurns } from '#projections/in-turns.js';
import * as methods from '../domain/forecast-methods.js';
import * as scores from '../domain/forecast-scores.js';
import type { DayRange } from '../domain/new-business.js';
import * as segments from '../segments.js';
import * as situation from '../situation-at.js';
import { dayOf } from '../start-of-day.js';
import * as table from './score-table.js';

export type ForecastMethod = methods.ForecastMethod;
export type MethodScore = scores.MethodScore;
export const FORECAST_METHODS = methods.FORECAST_METHODS;
export const SEGMENTS = segments.SEGMENTS;
export type Reads = situation.Reads;
export type Segment = segments.Segment;
export const scoresOf = scores.scoresOf;
export const scoreTable = table.scoreTable;

/** A forecast that was made anew at a past instant, beside what came. Amounts in minor units. */
export type BackTestRow = Readonly<{
  asOf: Instant;
  knownAt: Instant;
  method: ForecastMethod;
  period: string;
  /** As in `ScoredForecast`. */
  horizon: number;
  forecast: number;
  actual: number;
  error: number;
  accuracy: number;
}>;

export type BackTestQuestion = Readonly<{
  unit: PeriodUnit;
  /** How many periods are forecast at each instant: 1 is the one under way. */
  periods: number;
  segment: Segment;
  methods: readonly ForecastMethod[];
}>;

/** What was won in a period, as known at the end of the test. Minor units. */
export type Actuals = (period: DayRange) => number;

const DAYS_A_MONTH = 365.25 / 12;

/** What came, as of an instant and as recorded by then. */
export const actualsAt = async (reads: Reads, at: Readonly<{ asOf: Instant; knownAt: Instant }>): Promise<Actuals> => {
  const { wins } = await situation.situationAt(reads, at, 'none');
  return ({ from, to }) =>
    wins.reduce((sum, { signedDay, amount }) => (signedDay >= from && signedDay < to ? sum + amount : sum), 0);
};

/**
 * The forecasts of every method for the period under way at the instant and those after it, beside what came. A method
 * is given what was true by `asOf` and recorded by `knownAt`, and learns only from that. Periods that are not over by
 * `until` have no actual yet, and are left out.
 */
export const backTestAt = async (
  { unit, periods, segment, methods: asked }: BackTestQuestion,
  at: Readonly<{ asOf: Instant; knownAt: Instant }>,
  actuals: Actuals,
  until: Instant,
  reads: Reads,
): Promise<readonly BackTestRow[]> => {
  // Periods are those of today's calendar, however far back the test goes: only so can they be compared.
  const { timeZone, calendar } = await companyKnownAt(reads.readModels, reads.settings, until);
  const today = await situation.situationAt(reads, at, segment);
  const rows: BackTestRow[] = [];
  let day = dateIn(timeZone, at.asOf);
  for (let ahead = 0; ahead < periods; ahead += 1) {
    const period: Period = periodOf(day, unit, calendar);
    const dates = rangeOf(period, calendar);
    const end = startOfDayIn(timeZone, dates.to);
    if (end > until) break;
    const days = { from: dayOf(startOfDayIn(timeZone, dates.from)), to: dayOf(end) };
    const actual = actuals(days);
    const horizon = Math.max(1, Math.round((days.to - today.today) / DAYS_A_MONTH));
    const forecasts = new methods.PeriodForecasts(today, days);
    await inTurns(today.open, (deal) => forecasts.add(deal));
    for (const method of asked) {
      const forecast = forecasts.of(method);
      // Who has nothing to say cannot be wrong.
      if (forecast === null) continue;
      rows.push({
        ...{ asOf: at.asOf, knownAt: at.knownAt, method, period: formatPeriod(period), horizon, forecast, actual },
        error: forecast - actual,
        accuracy: scores.accuracyOf(forecast, actual),
      });
    }
    day = dates.to;
  }
  return rows;
};
