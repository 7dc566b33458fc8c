import { versionsOf } from '#projections/versions.js';
import { forecastMethodDecider } from '../domain/forecast-method.state.js';

/** By which method the company forecasts, and did. */
export const chosenMethodVersions = versionsOf(forecastMethodDecider, { name: 'chosen-forecast-method', version: 1 });
