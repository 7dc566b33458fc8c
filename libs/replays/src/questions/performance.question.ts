import { askPerformance } from '#forecasting/figure-questions.contract.js';
import { parsePeriod } from '#kernel/period.js';
import { organisationAt } from '#people/people-directory/organisation.contract.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** How reps did: a row a rep, of all or of one. */
export const performanceQuestion: Question = {
  name: 'performance',
  keys: ['repId'],
  columns: [
    { name: 'repId', type: 'text' },
    { name: 'wonDeals', type: 'integer' },
    { name: 'wonAmount', type: 'integer' },
    { name: 'lostDeals', type: 'integer' },
    { name: 'winRate', type: 'number' },
    { name: 'averageCycleDays', type: 'number' },
    { name: 'openDeals', type: 'integer' },
    { name: 'openAmount', type: 'integer' },
    { name: 'weighted', type: 'integer' },
    { name: 'quota', type: 'integer' },
    { name: 'attainment', type: 'number' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given) => {
    const parameters = new Parameters(given);
    const only = parameters.id('rep', 'optional');
    const period = parameters.text('period', parsePeriod, 'a period: 2017-03, 2017-Q1 or 2017');
    return (
      parameters.wrong() ??
      (async (at, reads) => {
        const { reps } = await organisationAt(reads.readModels, at.asOf, at.knownAt);
        const ids = [...reps.keys()].filter((id) => only === null || id === only).sort();
        const all = await Promise.all(ids.map((id) => askPerformance(reads, id, period, at)));
        return all.map((rep) => ({
          ...{ repId: rep.repId, wonDeals: rep.wonDeals, wonAmount: rep.wonAmount.amount, lostDeals: rep.lostDeals },
          ...{ winRate: rep.winRate, averageCycleDays: rep.averageCycleDays, openDeals: rep.openDeals },
          ...{ openAmount: rep.openAmount.amount, weighted: rep.weighted.amount, quota: rep.quota?.amount ?? null },
          ...{ attainment: rep.attainment ?? null, currency: rep.wonAmount.currency },
        }));
      })
    );
  },
};
