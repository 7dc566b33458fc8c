import { versionsOf } from '#projections/versions.js';
import { quotaDecider } from '../domain/quota.state.js';

/** Which quota each rep and team has, and had, in each period, of each measure. */
export const quotaVersions = versionsOf(quotaDecider, {
  name: 'quota-versions',
  version: 3,
  columns: { scope: 'text', scopeId: 'text', period: 'text' },
  indexes: { byPeriod: ['period', 'scope', 'scopeId'], byHolder: ['scope', 'scopeId', 'period'] },
  columnsOf: ({ scope, scopeId, period }) => ({ scope, scopeId, period }),
});
