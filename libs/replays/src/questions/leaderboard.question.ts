import { askLeaderboard, LEADERBOARD_METRICS } from '#forecasting/figure-questions.contract.js';
import { parsePeriod } from '#kernel/period.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** A leaderboard: a row a rep. `value` of `wonAmount` is in minor units. */
export const leaderboardQuestion: Question = {
  name: 'leaderboard',
  keys: ['repId'],
  columns: [
    { name: 'repId', type: 'text' },
    { name: 'name', type: 'text' },
    { name: 'rank', type: 'integer' },
    { name: 'value', type: 'number' },
  ],
  asking: (given) => {
    const parameters = new Parameters(given);
    const metric = parameters.oneOf('metric', LEADERBOARD_METRICS, 'wonAmount');
    const period = parameters.text('period', parsePeriod, 'a period: 2017-03, 2017-Q1 or 2017');
    const teamId = parameters.id('team', 'optional');
    return (
      parameters.wrong() ??
      (async (at, reads) => {
        const { rows } = await askLeaderboard(reads, metric, period, teamId, at);
        return rows.map(({ repId, name, rank, value }) => ({
          ...{ repId, name, rank },
          value: typeof value === 'number' ? value : value.amount,
        }));
      })
    );
  },
};
