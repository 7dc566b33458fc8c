import type { Instant } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import { daysOfTarget } from '../domain/forecast-target.js';
import { UNBOUNDED } from '../period-bounds.js';
import { statesAboutDays } from '../records-by-days.js';
import { forecastSubmissions } from './forecast-submissions.projection.js';

/** What a rep stands by for the days of a period, with what is closed: their call up to Commit. Minor units. */
export type RepSubmission = Readonly<{ repId: string; days: DateRange; amount: number }>;

const about = { projection: forecastSubmissions, daysOf: daysOfTarget };

/** The calls up to Commit of all reps, as they stood at the instant. */
export const repSubmissionsAt = async (
  readModels: ReadModels,
  asOf: Instant,
  knownAt: Instant,
): Promise<readonly RepSubmission[]> =>
  (await statesAboutDays(readModels, about, { asOf, knownAt, within: UNBOUNDED }))
    .filter(({ scope, category }) => scope === 'rep' && category === 'commit')
    .map(({ scopeId: repId, days, amount: { amount } }) => ({ repId, days, amount }));
