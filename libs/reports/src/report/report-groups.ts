import type { CompanyCalendar } from '#company/company.contract.js';
import type { DealsAt, Grouping, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import { DEAL_DIMENSIONS, type DealDimension, dealGrouping } from '#forecasting/deal-groups.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { periodOf } from '#kernel/calendar-periods.js';
import { type CalendarDate, instantOf, millisecondsOf } from '#kernel/instant.js';
import { formatPeriod, PERIOD_UNITS, type PeriodUnit } from '#kernel/period.js';
import { dateIn } from '#kernel/time-zone.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import type { Basis } from '../domain/measures.js';

const OWN_GROUPS = ['lostReason', 'competitor', 'business', 'age'] as const;

/** What a report may be grouped by a second time. */
export const SECOND_GROUPS = [...DEAL_DIMENSIONS, ...OWN_GROUPS, ...PERIOD_UNITS] as const;
export type SecondGroup = (typeof SECOND_GROUPS)[number];

export const REPORT_GROUPS = ['none', ...SECOND_GROUPS] as const;
export type ReportGroup = (typeof REPORT_GROUPS)[number];

/** The group of a deal, or of the line that is looked at; undefined: it is left out. */
export type GroupOf = (deal: SpanView, basis: Basis) => string | null | undefined;

type Reads = Readonly<{ readModels: ReadModels; organisation: Organisation; company: CompanyCalendar; at: ReadAt }>;

/** Asked anew for each selection of deals: of `business` it looks at all that were won. */
export const groupOf = async (group: ReportGroup, reads: Reads): Promise<(deals: DealsAt) => GroupOf> => {
  const { company, at } = reads;
  switch (group) {
    case 'lostReason':
      return () => (deal) => deal.lostReason;
    case 'competitor':
      return () => (deal) => deal.competitor;
    case 'business':
      return (deals) => businessOf(deals, company.timeZone);
    case 'age':
      return () => (deal) => ageOf(Math.floor((millisecondsOf(at.asOf) - deal.openedAt) / DAY_MS));
    case 'month':
    case 'quarter':
    case 'year':
      return () => periodsOf(group, company);
    default: {
      const found = await dealGrouping(group, reads.organisation, reads.readModels, at);
      return () => asGroup(found);
    }
  }
};

export const isOfLines = (group: ReportGroup | DealDimension): boolean => group === 'product' || group === 'model';

/** Whether it follows from the rep, so that of a split deal each share counts for who has it. */
export const isOfShares = (group: ReportGroup | DealDimension): boolean =>
  group === 'owner' || group === 'team' || group === 'region';

/** The same grouping, asked of one deal at a time. */
export const asGroup = ({ columns, as }: Grouping): GroupOf => {
  const values = columns.map(
    (column) =>
      (deal: SpanView): string | null =>
        deal[column as 'productId' | 'model' | 'ownerId' | 'customerId' | 'processId'],
  );
  return (deal) => as(...values.map((value) => value(deal)));
};

const DAY_MS = 86_400_000;

const ageOf = (days: number): string => {
  if (days <= 30) return '0-30';
  if (days <= 60) return '31-60';
  if (days <= 90) return '61-90';
  return days <= 180 ? '91-180' : '181+';
};

/** `existing`: the customer had signed another deal before the day on which this one was opened. */
const businessOf = (deals: DealsAt, timeZone: string): GroupOf => {
  const firstSigned = new Map<string, CalendarDate>();
  deals.won({ from: null, to: null }).each(({ customerId, signedOn }) => {
    const first = firstSigned.get(customerId);
    if (signedOn !== null && (first === undefined || signedOn < first)) firstSigned.set(customerId, signedOn);
  });
  const dayOf = daysIn(timeZone);
  return ({ customerId, openedAt }) => {
    const first = firstSigned.get(customerId);
    return first !== undefined && first < dayOf(openedAt) ? 'existing' : 'new';
  };
};

const periodsOf = (unit: PeriodUnit, { calendar, timeZone }: CompanyCalendar): GroupOf => {
  const dayOf = dateOfBasis(timeZone);
  const names = new Map<CalendarDate, string>();
  return (deal, basis) => {
    const date = dayOf(deal, basis);
    if (date === null) return null;
    const name = names.get(date) ?? formatPeriod(periodOf(date, unit, calendar));
    names.set(date, name);
    return name;
  };
};

/**
 * The day on which the deal was won, lost or opened; of an open one when it is expected to close; when its date was, that
 * slipped, or when that was moved: then the deal is looked at as it was before.
 */
export const dateOfBasis = (timeZone: string): ((deal: SpanView, basis: Basis) => CalendarDate | null) => {
  const dayOf = daysIn(timeZone);
  return (deal, basis) => {
    switch (basis) {
      case 'won':
        return deal.signedOn;
      case 'lost':
        return dayOf(deal.closedAt);
      case 'created':
        return dayOf(deal.openedAt);
      case 'postponed':
      case 'pushed':
        return dayOf(deal.validTo);
      case 'open':
      case 'due':
      case 'slipped':
      case 'overdue':
        return deal.expectedCloseOn;
    }
  };
};

/** The day of an instant in milliseconds; each is worked out once. */
const daysIn = (timeZone: string): ((milliseconds: number) => CalendarDate) => {
  const days = new Map<number, CalendarDate>();
  return (milliseconds) => {
    const day = days.get(milliseconds) ?? dateIn(timeZone, instantOf(milliseconds));
    days.set(milliseconds, day);
    return day;
  };
};
