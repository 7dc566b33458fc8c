import { companyKnownAt } from '#company/company-versions/company-at.contract.js';
import { landingsAt } from '#forecast-methods/landing/landing.contract.js';
import { daysIn } from '#http/days-in.js';
import { periodOf } from '#kernel/calendar-periods.js';
import { formatPeriod, parsePeriod } from '#kernel/period.js';
import { dateIn } from '#kernel/time-zone.js';
import { organisationAt } from '#people/people-directory/organisation.contract.js';
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
        const { timeZone, calendar } = await companyKnownAt(reads.readModels, settings, at.knownAt);
        const period = only ?? periodOf(dateIn(timeZone, at.asOf), by, calendar);
        const days = daysIn(calendar, period);
        const landingOf = await landingsAt(reads, at);
        const { reps } = await organisationAt(reads.readModels, at.asOf, at.knownAt);
        return [...reps.keys()].sort().map((repId) => {
          const parts = landingOf(days, new Set([repId]));
          const landing = parts.won + parts.open + parts.newBusiness;
          return { repId, period: formatPeriod(period), ...parts, landing, currency: settings.currency };
        });
      })
    );
  },
};
