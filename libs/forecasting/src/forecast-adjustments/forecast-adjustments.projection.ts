import { versionsOf } from '#projections/versions.js';
import { forecastAdjustmentDecider } from '../domain/forecast-adjustment.state.js';
import { statedVersions } from '../stated-versions.js';

/** How each level of managers adjusts, and adjusted, the forecast of whom. */
export const forecastAdjustments = statedVersions(
  versionsOf(forecastAdjustmentDecider, {
    name: 'forecast-adjustments',
    version: 1,
    columns: { from: 'text', to: 'text' },
    indexes: { byDays: ['from', 'to', 'id'] },
    columnsOf: ({ days: { from, to } }) => ({ from, to }),
  }),
);
