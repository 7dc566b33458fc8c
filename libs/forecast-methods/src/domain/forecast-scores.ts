import type { ForecastMethod } from './forecast-methods.js';

/** A forecast that was made at a past instant, and what came. Minor units. */
export type ScoredForecast = Readonly<{
  method: ForecastMethod;
  /** Months from the forecast to the end of the period, to the nearest, at least 1. */
  horizon: number;
  forecast: number;
  actual: number;
}>;

/** How good the forecasts of a method were. */
export type MethodScore = Readonly<{
  method: ForecastMethod;
  /** Null: over all horizons. */
  horizon: number | null;
  forecasts: number;
  /** Mean of max(0, 1 − |actual − forecast| ÷ actual). */
  accuracy: number;
  /** Σ (forecast − actual) ÷ Σ actual: above 0 it promised too much. */
  bias: number;
  /** Σ |forecast − actual| ÷ Σ actual. */
  error: number;
}>;

/** max(0, 1 − |actual − forecast| ÷ actual); where nothing came, 1 for a forecast of nothing and else 0. */
export const accuracyOf = (forecast: number, actual: number): number =>
  actual > 0 ? Math.max(0, 1 - Math.abs(actual - forecast) / actual) : forecast === 0 ? 1 : 0;

/** By method, overall and then by horizon; the best method first. */
export const scoresOf = (scored: readonly ScoredForecast[]): readonly MethodScore[] => {
  const methods = [...new Set(scored.map(({ method }) => method))];
  return methods
    .map((method) => {
      const own = scored.filter((each) => each.method === method);
      const horizons = [...new Set(own.map(({ horizon }) => horizon))].sort((a, b) => a - b);
      return [
        scoreOf(method, null, own),
        ...horizons.map((horizon) =>
          scoreOf(
            method,
            horizon,
            own.filter((each) => each.horizon === horizon),
          ),
        ),
      ];
    })
    .sort(([a], [b]) => (b?.accuracy ?? 0) - (a?.accuracy ?? 0))
    .flat();
};

const scoreOf = (method: ForecastMethod, horizon: number | null, scored: readonly ScoredForecast[]): MethodScore => {
  const sum = (value: (each: ScoredForecast) => number): number => scored.reduce((all, each) => all + value(each), 0);
  const actual = sum((each) => each.actual);
  const share = (amount: number): number => (actual === 0 ? 0 : amount / actual);
  return {
    method,
    horizon,
    forecasts: scored.length,
    accuracy: sum(({ forecast, actual: came }) => accuracyOf(forecast, came)) / scored.length,
    bias: share(sum(({ forecast, actual: came }) => forecast - came)),
    error: share(sum(({ forecast, actual: came }) => Math.abs(forecast - came))),
  };
};
