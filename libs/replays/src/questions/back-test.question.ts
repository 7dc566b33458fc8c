import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import {
  type Actuals,
  actualsAt,
  backTestAt,
  FORECAST_METHODS,
  type ForecastMethod,
  SEGMENTS,
  scoresOf,
} from '#forecast-methods/back-test/back-test.contract.js';
import { parseDate } from '#kernel/instant.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import type { Row } from '../replay/replay-task.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

type ScoredRow = Readonly<{ method: ForecastMethod; horizon: number; forecast: number; actual: number }>;

/** How good each forecast method would have been: see docs/guides/analyst.md. */
export const backTestQuestion: Question = {
  name: 'back-test',
  keys: ['method', 'period', 'horizon'],
  columns: [
    { name: 'method', type: 'text' },
    { name: 'period', type: 'text' },
    { name: 'horizon', type: 'integer' },
    { name: 'forecast', type: 'integer' },
    { name: 'actual', type: 'integer' },
    { name: 'error', type: 'integer' },
    { name: 'accuracy', type: 'number' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given, until, settings) => {
    const parameters = new Parameters(given);
    const question = {
      unit: parameters.oneOf('by', ['month', 'quarter', 'year'], 'quarter'),
      periods: parameters.whole('periods', 1, 12, 2),
      segment: parameters.oneOf('segment', SEGMENTS, 'size'),
      methods: FORECAST_METHODS,
    };
    const last = parameters.text('until', parseDate, 'a date, YYYY-MM-DD');
    const wrong = parameters.wrong();
    if (wrong) return wrong;
    // What came is the same for every instant.
    let actuals: Promise<Actuals> | null = null;
    return async (at, reads) => {
      actuals ??= actualsAt(reads, until);
      const { timeZone } = await companyKnownAt(reads.readModels, reads.settings, until.knownAt);
      const over = last === null ? until.asOf : startOfDayIn(timeZone, last);
      const rows = await backTestAt(question, at, await actuals, over, reads);
      return rows.map(({ asOf: _, knownAt: __, ...row }) => ({ ...row, currency: settings.currency }));
    };
  },
  summarise: async (rows) => {
    const scored: ScoredRow[] = [];
    for await (const row of rows) scored.push(scoredRowOf(row));
    return scoresOf(scored).map((score) => ({ ...score }));
  },
};

const scoredRowOf = ({ method, horizon, forecast, actual }: Row): ScoredRow => ({
  method: method as ForecastMethod,
  horizon: Number(horizon),
  forecast: Number(forecast),
  actual: Number(actual),
});
