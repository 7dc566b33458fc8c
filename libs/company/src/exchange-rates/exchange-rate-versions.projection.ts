import { versionsOf } from '#projections/versions.js';
import { exchangeRateDecider } from '../domain/exchange-rate.state.js';

/** Which rates each currency has, and what was known of them when. */
export const exchangeRateVersions = versionsOf(exchangeRateDecider, { name: 'exchange-rate-versions', version: 1 });
