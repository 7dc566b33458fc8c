import { versionsOf } from '#projections/versions.js';
import { savedReportDecider } from '../domain/saved-report.state.js';

/** Which reports are, and were, saved, and to whom they have been sent. */
export const savedReports = versionsOf(savedReportDecider, { name: 'saved-reports', version: 1 });
