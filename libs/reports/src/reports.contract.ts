import { ofExisting } from '#commands/command-runner.js';
import { decideDiscardReport } from './discard-report/discard-report.handler.js';
import * as names from './domain/reports.js';
import * as events from './domain/saved-report.events.js';
import * as state from './domain/saved-report.state.js';
import * as comparisons from './report/compared-period.js';
import * as groups from './report/report-groups.js';
import * as files from './report-files/report-file.js';
import * as definitions from './save-report/definition-problems.js';
import { decideSaveReport } from './save-report/save-report.handler.js';
import { decideSendReport } from './send-reports/send-reports.js';

export type SavedReport = state.SavedReport;
export type SavedReportEvent = events.SavedReportEvent;
export type SavedDefinition = events.SavedDefinition;
export type ReportSchedule = events.ReportSchedule;

/** How other capabilities read the facts about saved reports. */
export const savedReportDecider = state.savedReportDecider;

/** What makes the decisions of the commands on saved reports, for `CommandRunner.series`. */
export const savedReportDecisions = {
  save: decideSaveReport,
  discard: ofExisting(state.savedReportDecider, decideDiscardReport),
  send: ofExisting(state.savedReportDecider, decideSendReport),
};

/** What the fields of a saved report may say, each by itself and beside one another. */
export const savedReportFields = {
  reports: names.REPORT_NAMES,
  relatives: events.RELATIVE_PERIODS,
  groups: groups.REPORT_GROUPS,
  seconds: groups.SECOND_GROUPS,
  comparisons: comparisons.COMPARISONS,
  rhythms: events.RHYTHMS,
  formats: files.REPORT_FORMATS,
};
export const definitionProblems = definitions.definitionProblems;
