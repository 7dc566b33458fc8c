import { askForecast, FORECAST_GROUPS } from '#forecasting/figure-questions.contract.js';
import { formatPeriod, parsePeriod } from '#kernel/period.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** The forecast: a row a period and group. */
export const forecastQuestion: Question = {
  name: 'forecast',
  keys: ['period', 'group'],
  columns: [
    { name: 'period', type: 'text' },
    { name: 'group', type: 'text' },
    { name: 'closed', type: 'integer' },
    { name: 'commit', type: 'integer' },
    { name: 'bestCase', type: 'integer' },
    { name: 'pipeline', type: 'integer' },
    { name: 'weighted', type: 'integer' },
    { name: 'quota', type: 'integer' },
    { name: 'attainment', type: 'number' },
    { name: 'coverage', type: 'number' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given) => {
    const parameters = new Parameters(given);
    const by = parameters.oneOf('by', ['month', 'quarter', 'year'], 'month');
    const group = parameters.oneOf('group', FORECAST_GROUPS, 'none');
    const period = parameters.text('period', parsePeriod, 'a period: 2017-03, 2017-Q1 or 2017');
    const only = period && formatPeriod(period);
    return (
      parameters.wrong() ??
      (async (at, reads) => {
        const { rows } = await askForecast(reads, by, group, at);
        return rows
          .filter((row) => only === null || row.period === only)
          .map(({ period: of, group: ofGroup, closed, commit, bestCase, pipeline, weighted, ...quotas }) => ({
            ...{ period: of, group: ofGroup, closed: closed.amount, commit: commit.amount },
            ...{ bestCase: bestCase.amount, pipeline: pipeline.amount, weighted: weighted.amount },
            quota: quotas.quota?.amount ?? null,
            attainment: quotas.attainment ?? null,
            coverage: quotas.coverage ?? null,
            currency: closed.currency,
          }));
      })
    );
  },
};
