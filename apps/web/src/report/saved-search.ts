import { grainOf, periodBeside, periodOf } from '../api/periods.js';
import type { SavedReport } from '../api/reports.js';
import type { Compare } from './report-choices.js';
import type { ReportSearch } from './report-search.js';

export type Relative = NonNullable<SavedReport['relative']>;

export const RELATIVES = [
  'thisMonth',
  'lastMonth',
  'thisQuarter',
  'lastQuarter',
  'thisYear',
  'lastYear',
] as const satisfies readonly Relative[];

/** Which period it is on a day. */
export const relativePeriod = (relative: Relative, day: string, fiscalYearStart: number): string => {
  const unit = relative.slice(4).toLowerCase() as 'month' | 'quarter' | 'year';
  return periodBeside(periodOf(day, unit, fiscalYearStart), relative.startsWith('last') ? -1 : 0);
};

/** The address at which a saved report is shown, as it is on a day. */
export const searchOfSaved = (saved: SavedReport, day: string, fiscalYearStart: number): ReportSearch => {
  const { id, report, period, relative, group, second, filter, compare } = saved;
  const shown = relative === null ? period : relativePeriod(relative, day, fiscalYearStart);
  const compared: Compare = compare.length > 1 ? 'both' : ((compare[0] ?? 'none') as Compare);
  return {
    report,
    ...(shown === null ? { all: true } : { period: shown, by: grainOf(shown) }),
    ...(group !== null && { group }),
    ...(second !== null && { second }),
    ...(shown !== null && { compare: compared }),
    ...filter,
    saved: id,
  };
};
