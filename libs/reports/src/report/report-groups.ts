import type { CompanyCalendar } from '#company/company.contract.js';
import {
  type AnyGrouping,
  byColumn,
  type DealsAt,
  onlyIn,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import { DEAL_DIMENSIONS, dealGrouping } from '#forecasting/deal-groups.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { periodOf } from '#kernel/calendar-periods.js';
import { type CalendarDate, DAY_MS, instantOf, millisecondsOf } from '#kernel/instant.js';
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

/** Tells deals of a basis apart. */
export type GroupingIn = (deals: DealsAt, basis: Basis) => AnyGrouping;

type Reads = Readonly<{ readModels: ReadModels; organisation: Organisation; company: CompanyCalendar; at: ReadAt }>;

/** Asked anew for each selection of deals: of `business` it looks at all that were won. */
export const groupingIn = async (group: ReportGroup, reads: Reads): Promise<GroupingIn> => {
  const { company, at } = reads;
  switch (group) {
    case 'lostReason':
      return () => byColumn('lostReason');
    case 'competitor':
      return () => byColumn('competitor');
    case 'business':
      return (deals) => businessOf(deals, company.timeZone);
    case 'age':
      return () => ({ of: (deal) => ageOf(Math.floor((millisecondsOf(at.asOf) - deal.openedAt) / DAY_MS)) });
    case 'month':
    case 'quarter':
    case 'year':
      return (_, basis) => periodsOf(group, basis, company);
    default: {
      const found = await dealGrouping(group, reads.organisation, reads.readModels, at);
      return () => found;
    }
  }
};

/** Only what belongs to the group of this name. */
export const onlyInAny = (grouping: AnyGrouping, name: string | null): AnyGrouping => {
  if ('as' in grouping) return onlyIn(grouping, name);
  return { of: (deal) => (grouping.of(deal) === name ? name : undefined) };
};

const ageOf = (days: number): string => {
  if (days <= 30) return '0-30';
  if (days <= 60) return '31-60';
  if (days <= 90) return '61-90';
  return days <= 180 ? '91-180' : '181+';
};

/** `existing`: the customer had signed another deal before the day on which this one was opened. */
const businessOf = (deals: DealsAt, timeZone: string): AnyGrouping => {
  const firstSigned = new Map<string, CalendarDate>();
  deals.won({ from: null, to: null }).each(({ customerId, signedOn }) => {
    const first = firstSigned.get(customerId);
    if (signedOn !== null && (first === undefined || signedOn < first)) firstSigned.set(customerId, signedOn);
  });
  const dayOf = daysIn(timeZone);
  return {
    of: ({ customerId, openedAt }) => {
      const first = firstSigned.get(customerId);
      return first !== undefined && first < dayOf(openedAt) ? 'existing' : 'new';
    },
  };
};

const periodsOf = (unit: PeriodUnit, basis: Basis, { calendar, timeZone }: CompanyCalendar): AnyGrouping => {
  const dayOf = dateOfBasis(timeZone);
  const names = new Map<CalendarDate, string>();
  const nameOf = (date: CalendarDate): string => {
    const name = names.get(date) ?? formatPeriod(periodOf(date, unit, calendar));
    names.set(date, name);
    return name;
  };
  return {
    of: (deal) => {
      const date = dayOf(deal, basis);
      return date === null ? null : nameOf(date);
    },
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
