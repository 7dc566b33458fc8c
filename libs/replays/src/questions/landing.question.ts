import { landingsAt } from '#forecasting/landing/landings-at.contract.js';
import { periodOf } from '#kernel/calendar-periods.js';
import { formatPeriod, parsePeriod } from '#kernel/period.js';
import { dateIn } from '#kernel/time-zone.js';
import { Parameters } from './parameters.js';
import type { Question } from './question.js';

/** Where each rep was expected to land: a row a rep, for one period or the one under way at each instant. */
export const landingQuestion: Question = {
  name: 'landing',
  keys: ['repId', 'period'],
  columns: [
    { name: 'repId', type: 'text' },
    { name: 'period', type: 'text' },
    { name: 'won', type: 'integer' },
    { name: 'open', type: 'integer' },
    { name: 'newBusiness', type: 'integer' },
    { name: 'landing', type: 'integer' },
    { name: 'deviation', type: 'integer' },
    { name: 'currency', type: 'text' },
  ],
  asking: (given, _until, settings) => {
    const parameters = new Parameters(given);
    const by = parameters.oneOf('by', ['month', 'quarter', 'year'], 'quarter');
    const only = parameters.text('period', parsePeriod, 'a period: 2017-03, 2017-Q1 or 2017');
    return (
      parameters.wrong() ??
      (async (at, reads) => {
        const landings = await landingsAt({ ...reads, settings }, at);
        const { timeZone, calendar } = landings.company;
        const period = only ?? periodOf(dateIn(timeZone, at.asOf), by, calendar);
        const repIds = [...landings.organisation.reps.keys()].sort();
        return Promise.all(
          repIds.map(async (repId) => {
            const found = await landings.landing({ scope: 'rep', scopeId: repId }, period);
            const { won, expectedFromOpen: open, expectedNewBusiness: newBusiness, projected, deviation } = found;
            const parts = { won, open, newBusiness, landing: projected, deviation };
            return { repId, period: formatPeriod(period), ...parts, currency: settings.currency };
          }),
        );
      })
    );
  },
};
