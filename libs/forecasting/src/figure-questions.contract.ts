import type { Settings } from '#config/settings.js';
import type { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import type { ReadAt } from '#http/read-at.js';
import type { Period, PeriodUnit } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import * as forecast from './forecast/forecast.query.js';
import * as groups from './forecast/forecast-groups.js';
import * as leaderboard from './leaderboard/leaderboard.query.js';
import * as performance from './rep-performance/rep-performance.query.js';

// The figures of this capability, as the API has them, for who asks without HTTP.

type From = Readonly<{ readModels: ReadModels; figures: DealFigures; reads: ReadStore; settings: Settings }>;

export const FORECAST_GROUPS = groups.FORECAST_GROUPS;
export type ForecastGroup = groups.ForecastGroup;
export const LEADERBOARD_METRICS = leaderboard.LEADERBOARD_METRICS;
export type LeaderboardMetric = leaderboard.LeaderboardMetric;

/** `GET /forecasts` over all periods. */
export const askForecast = (
  { readModels, figures, settings }: From,
  by: PeriodUnit,
  group: ForecastGroup,
  at: ReadAt,
): Promise<forecast.Forecast> =>
  new forecast.ForecastHandler(readModels, figures, settings).execute(
    new forecast.ForecastQuery(by, { from: null, to: null }, group, at),
  );

/** `GET /leaderboards/{metric}`; a `period` or team of null: all. */
export const askLeaderboard = (
  { readModels, figures, settings }: From,
  metric: LeaderboardMetric,
  period: Period | null,
  teamId: string | null,
  at: ReadAt,
): Promise<leaderboard.Leaderboard> =>
  new leaderboard.LeaderboardHandler(readModels, figures, settings).execute(
    new leaderboard.LeaderboardQuery(metric, period, teamId, at),
  );

/** `GET /reps/{id}/performance`; a `period` of null: all time. */
export const askPerformance = (
  { readModels, figures, reads, settings }: From,
  repId: string,
  period: Period | null,
  at: ReadAt,
): Promise<performance.RepPerformance> =>
  new performance.RepPerformanceHandler(readModels, figures, reads, settings).execute(
    new performance.RepPerformanceQuery(repId, period, at),
  );
