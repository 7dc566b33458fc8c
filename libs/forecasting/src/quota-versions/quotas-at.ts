import { calendarOfSettings } from '#company/company.contract.js';
import {
  type CompanyMoney,
  companyMoneyAt,
  type MoneySettings,
} from '#company/exchange-rates/company-money.contract.js';
import type { Bounded } from '#kernel/bounded.js';
import { periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import { type DateRange, type Period, unitOf } from '#kernel/period.js';
import { membersOf, type Organisation } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { daysOfQuota, type Quota } from '../domain/quota.state.js';
import type { QuotaMeasure } from '../domain/quota-measure.js';
import { statesAboutDays } from '../records-by-days.js';
import { quotaVersions } from './quota-versions.projection.js';

/** What a rep or team is to reach in a period, an amount in minor units or a number; null: none was set. */
export type QuotaIn = (holder: QuotaHolder) => number | null;

/** Quotas of one measure, by their days: amounts in minor units of the company's currency, or numbers. */
export class Quotas {
  /** By the first day, then the day after the last: a key of both would have to be made for each of thousands. */
  private readonly byDays = new Map<CalendarDate, Map<CalendarDate, OfDays>>();

  /** Whose quotas there are for which days. */
  get subjects(): readonly Readonly<{ days: DateRange; holders: readonly QuotaHolder[] }>[] {
    return [...this.byDays.values()].flatMap((from) => [...from.values()]);
  }

  add(days: DateRange, holder: QuotaHolder, worth: number): void {
    let from = this.byDays.get(days.from);
    if (from === undefined) {
      from = new Map();
      this.byDays.set(days.from, from);
    }
    let ofDays = from.get(days.to);
    if (ofDays === undefined) {
      ofDays = { days, holders: [], worth: { rep: new Map(), team: new Map() } };
      from.set(days.to, ofDays);
    }
    ofDays.holders.push(holder);
    ofDays.worth[holder.scope].set(holder.scopeId, worth);
  }

  /**
   * Tells the quota that was set for exactly this period, or else the sum of those set for its parts. A quota is never
   * divided.
   */
  in(period: Period, calendar: FiscalCalendar): QuotaIn {
    const days = rangeOf(period, calendar);
    const own = this.byDays.get(days.from)?.get(days.to)?.worth;
    const parts = partsOf(period, calendar).map((part) => this.in(part, calendar));
    return (holder) => own?.[holder.scope].get(holder.scopeId) ?? total(parts.map((part) => part(holder)));
  }
}

type OfDays = Readonly<{
  days: DateRange;
  holders: QuotaHolder[];
  worth: Readonly<Record<QuotaHolder['scope'], Map<string, number>>>;
}>;

export type QuotasByMeasure = Readonly<Record<QuotaMeasure, Quotas>>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** The quotas for days that lie within these: those of a period, and of its parts. */
export const quotasAt = async (
  readModels: ReadModels,
  settings: MoneySettings,
  { asOf, knownAt }: At,
  within: Bounded<CalendarDate>,
): Promise<QuotasByMeasure> => {
  const { calendar } = calendarOfSettings(settings);
  const ofQuotas = { projection: quotaVersions, daysOf: (quota: Quota) => daysOfQuota(quota, calendar) };
  const [quotas, money] = await Promise.all([
    statesAboutDays(readModels, ofQuotas, { asOf, knownAt, within }),
    companyMoneyAt(readModels, settings, { asOf, knownAt }),
  ]);
  return quotasByDays(quotas, calendar, money);
};

/** `home`: the calendar of the settings. */
export const quotasByDays = (quotas: Iterable<Quota>, home: FiscalCalendar, money: CompanyMoney): QuotasByMeasure => {
  const byDays = { amount: new Quotas(), deals: new Quotas(), activities: new Quotas() };
  for (const quota of quotas) {
    const days = daysOfQuota(quota, home);
    // An amount is worth what the rate of its first day makes it.
    byDays[quota.measure].add(
      days,
      quota,
      quota.measure === 'amount' ? money.on(days.from, quota.amount) : quota.target,
    );
  }
  return byDays;
};

const FINER = { year: 'quarter', quarter: 'month', month: null } as const;

const partsOf = (period: Period, calendar: FiscalCalendar): readonly Period[] => {
  const unit = FINER[unitOf(period)];
  return unit === null ? [] : periodsBetween(rangeOf(period, calendar), unit, calendar);
};

/** A team's own quota, or else the sum of those of its reps; teams below it count for themselves. */
export const teamQuota = (quotaOf: QuotaIn, { reps }: Organisation, teamId: string): number | null => {
  const ofReps = () =>
    [...reps.values()]
      .filter((rep) => rep.teamId === teamId)
      .map(({ repId }) => quotaOf({ scope: 'rep', scopeId: repId }));
  return quotaOf({ scope: 'team', scopeId: teamId }) ?? total(ofReps());
};

/** A team's own quota, or else the sum of those of all reps in it and below. */
export const quotaWithBelow = (quotaOf: QuotaIn, organisation: Organisation, teamId: string): number | null =>
  quotaOf({ scope: 'team', scopeId: teamId }) ??
  total(membersOf(organisation, teamId).map((repId) => quotaOf({ scope: 'rep', scopeId: repId })));

/** Of a rep, or of a team with those below it. */
export const holderQuota = (quotaOf: QuotaIn, organisation: Organisation, holder: QuotaHolder): number | null =>
  holder.scope === 'rep' ? quotaOf(holder) : quotaWithBelow(quotaOf, organisation, holder.scopeId);

/** The sum over the teams at the top, each with those below it. */
export const companyQuota = (quotaOf: QuotaIn, organisation: Organisation): number | null => {
  const { teams, reps } = organisation;
  const isTop = (parentId: string | null) => parentId === null || !teams.has(parentId);
  const ofTops = [...teams.values()]
    .filter(({ parentId }) => isTop(parentId))
    .map(({ teamId }) => quotaWithBelow(quotaOf, organisation, teamId));
  const ofTeamless = [...reps.values()]
    .filter(({ teamId }) => !teams.has(teamId))
    .map(({ repId }) => quotaOf({ scope: 'rep', scopeId: repId }));
  return total([...ofTops, ...ofTeamless]);
};

const total = (amounts: readonly (number | null)[]): number | null => {
  const set = amounts.filter((amount) => amount !== null);
  return set.length === 0 ? null : set.reduce((sum, amount) => sum + amount, 0);
};
