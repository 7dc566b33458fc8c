import type { CompanyCalendar } from '#company/company.contract.js';
import { boundsOf } from '#forecasting/deal-groups.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import type { ReportName } from '../domain/reports.js';

/**
 * As of when a report of a period is read. Coverage is that of an instant: of the end of the period at the latest, and of a
 * period beside another one as long after its beginning.
 * @param beside the period that it is compared with
 * @throws ProblemException (400) for a period that the company's calendar does not have
 */
export const reportInstant = (
  report: ReportName,
  period: Period | null,
  company: CompanyCalendar,
  at: ReadAt,
  beside: Period | null = null,
): ReadAt => {
  if (report !== 'coverage' || period === null) return at;
  const { from, to } = boundsOf(period, company).milliseconds;
  const earlier = beside === null ? 0 : (boundsOf(beside, company).milliseconds.from ?? 0) - (from ?? 0);
  const asked = millisecondsOf(at.asOf) - earlier;
  const asOf = Math.min(asked, (to ?? Number.POSITIVE_INFINITY) - 1);
  return asOf === millisecondsOf(at.asOf) ? at : { ...at, asOf: instantOf(asOf), latest: false };
};
