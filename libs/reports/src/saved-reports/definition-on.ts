import { periodBefore, periodOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { CalendarDate } from '#kernel/instant.js';
import { type Period, type PeriodUnit, parsePeriod } from '#kernel/period.js';
import type { RelativePeriod, SavedDefinition } from '../domain/saved-report.events.js';
import { COMPARISONS } from '../report/compared-period.js';
import { reportNamed } from '../report/report.parameters.js';
import type { ReportDefinition } from '../report/report.query.js';
import type { ReportGroup, SecondGroup } from '../report/report-groups.js';

/** What a saved report asks on a day. */
export const definitionOn = (
  { report, period, relative, group, second, filter, compare }: SavedDefinition,
  today: CalendarDate,
  calendar: FiscalCalendar,
): ReportDefinition => ({
  report: reportNamed(report),
  period: relative === null ? parsePeriod(period ?? '') : relativePeriod(relative, today, calendar),
  // They were checked when it was saved.
  group: group as ReportGroup | null,
  second: (second ?? null) as SecondGroup | null,
  filter,
  compare: COMPARISONS.filter((comparison) => compare.includes(comparison)),
});

const relativePeriod = (relative: RelativePeriod, today: CalendarDate, calendar: FiscalCalendar): Period => {
  const unit = relative.slice(4).toLowerCase() as PeriodUnit;
  const current = periodOf(today, unit, calendar);
  return relative.startsWith('last') ? periodBefore(current, calendar) : current;
};
