import * as state from './domain/saved-report.state.js';

export const savedReportDecider = state.savedReportDecider;
