import { DealFilterParameters, dealFilterOf } from '#forecasting/deal-groups.contract.js';
import { OneOf, PeriodText } from '#http/fields.js';
import { notFound } from '#http/problem.js';
import { parsePeriod } from '#kernel/period.js';
import { REPORT_NAMES, type ReportName } from '../domain/reports.js';
import { COMPARISONS } from './compared-period.js';
import type { ReportDefinition } from './report.query.js';
import { REPORT_GROUPS, type ReportGroup, SECOND_GROUPS, type SecondGroup } from './report-groups.js';

export class ReportParameters extends DealFilterParameters {
  @PeriodText({ optional: true, description: 'Default: all time' })
  period?: string;

  @OneOf(REPORT_GROUPS, { optional: true, description: 'Default: as the report has it' })
  group?: ReportGroup;

  @OneOf(SECOND_GROUPS, { optional: true, description: 'A second group within the first. Default: none' })
  second?: SecondGroup;

  @OneOf([...COMPARISONS, 'both'], { optional: true, description: 'Beside the period before, or that of last year' })
  compare?: string;
}

/** @throws ProblemException (404) */
export const reportNamed = (name: string): ReportName => {
  const found = REPORT_NAMES.find((known) => known === name);
  if (found === undefined) throw notFound(`There is no report ${name}: ${REPORT_NAMES.join(', ')}`);
  return found;
};

export const definitionOf = (name: string, query: ReportParameters): ReportDefinition => ({
  report: reportNamed(name),
  period: parsePeriod(query.period ?? ''),
  group: query.group ?? null,
  second: query.second ?? null,
  filter: dealFilterOf(query),
  compare: COMPARISONS.filter((each) => query.compare === each || query.compare === 'both'),
});
