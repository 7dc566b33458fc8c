import { versionsOf } from '#projections/versions.js';
import { forecastSubmissionDecider } from '../domain/forecast-submission.state.js';
import { statedVersions } from '../stated-versions.js';

/** What reps and managers stand by, and stood by. */
export const forecastSubmissions = statedVersions(
  versionsOf(forecastSubmissionDecider, {
    name: 'forecast-submissions',
    version: 1,
    columns: { from: 'text', to: 'text' },
    indexes: { byDays: ['from', 'to', 'id'] },
    columnsOf: ({ days: { from, to } }) => ({ from, to }),
  }),
);
