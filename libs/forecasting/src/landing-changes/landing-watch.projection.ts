import { versionsOf } from '#projections/versions.js';
import { landingWatchDecider } from '../domain/landing-watch.state.js';

/** In which state each landing is, and was, as it was seen and told. */
export const landingWatches = versionsOf(landingWatchDecider, {
  name: 'landing-watches',
  version: 1,
  columns: { to: 'text', period: 'text' },
  indexes: { byState: ['to', 'id'], byPeriod: ['period', 'id'] },
  columnsOf: ({ to, period }) => ({ to, period }),
});
