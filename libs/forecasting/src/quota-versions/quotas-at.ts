import { calendarOfSettings } from '#company/company.contract.js';
import {
  type CompanyMoney,
  companyMoneyAt,
  type MoneySettings,
} from '#company/exchange-rates/company-money.contract.js';
import { periodsBetween, rangeOf } from '#kernel/calendar-periods.js';
import type { FiscalCalendar } from '#kernel/fiscal-calendar.js';
import type { Instant } from '#kernel/instant.js';
import { type DateRange, type Period, unitOf } from '#kernel/period.js';
import { membersOf, type Organisation } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import type { QuotaHolder } from '../domain/quota.events.js';
import { daysOfQuota, type Quota } from '../domain/quota.state.js';
import type { QuotaMeasure } from '../domain/quota-measure.js';
import { quotaVersions } from './quota-versions.projection.js';

/**
 * `worth`: its amount in minor units of the company's currency, at the rate of its first day; of other measures the
 * number that it is.
 */
export type QuotaOfDays = Quota & Readonly<{ days: DateRange; worth: number }>;

/** Quotas of one measure by `keyOf` their holder and days. */
export type Quotas = ReadonlyMap<string, QuotaOfDays>;

export type QuotasByMeasure = Readonly<Record<QuotaMeasure, Quotas>>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

export const quotasAt = async (readModels: ReadModels, settings: MoneySettings, at: At): Promise<QuotasByMeasure> => {
  const [quotas, money] = await Promise.all([
    statesAt(readModels, quotaVersions, at.asOf, at.knownAt),
    companyMoneyAt(readModels, settings, at),
  ]);
  return quotasByDays(quotas.values(), calendarOfSettings(settings).calendar, money);
};

/** `home`: the calendar of the settings. */
export const quotasByDays = (quotas: Iterable<Quota>, home: FiscalCalendar, money: CompanyMoney): QuotasByMeasure => {
  const byDays = { amount: new Map(), deals: new Map(), activities: new Map() } satisfies QuotasByMeasure;
  for (const quota of quotas) {
    const days = daysOfQuota(quota, home);
    const worth = quota.measure === 'amount' ? money.on(days.from, quota.amount) : quota.target;
    byDays[quota.measure].set(keyOf(quota, days), { ...quota, days, worth });
  }
  return byDays;
};

const keyOf = ({ scope, scopeId }: QuotaHolder, { from, to }: DateRange): string => `${from} ${to} ${scope} ${scopeId}`;

const FINER = { year: 'quarter', quarter: 'month', month: null } as const;

/**
 * What a rep or team is to reach in the period, an amount in minor units: the quota set for exactly this period, or else the sum
 * of those set for its parts. A quota is never divided. Null: none was set.
 */
export const quotaOf = (
  quotas: Quotas,
  holder: QuotaHolder,
  period: Period,
  calendar: FiscalCalendar,
): number | null => {
  const own = quotas.get(keyOf(holder, rangeOf(period, calendar)));
  if (own !== undefined) return own.worth;
  return total(partsOf(period, calendar).map((part) => quotaOf(quotas, holder, part, calendar)));
};

const partsOf = (period: Period, calendar: FiscalCalendar): readonly Period[] => {
  const unit = FINER[unitOf(period)];
  return unit === null ? [] : periodsBetween(rangeOf(period, calendar), unit, calendar);
};

/** A team's own quota, or else the sum of those of its reps; teams below it count for themselves. */
export const teamQuota = (
  quotas: Quotas,
  { reps }: Organisation,
  teamId: string,
  period: Period,
  calendar: FiscalCalendar,
): number | null =>
  quotaOf(quotas, { scope: 'team', scopeId: teamId }, period, calendar) ??
  total(
    [...reps.values()]
      .filter((rep) => rep.teamId === teamId)
      .map(({ repId }) => quotaOf(quotas, { scope: 'rep', scopeId: repId }, period, calendar)),
  );

/** A team's own quota, or else the sum of those of all reps in it and below. */
export const quotaWithBelow = (
  quotas: Quotas,
  organisation: Organisation,
  teamId: string,
  period: Period,
  calendar: FiscalCalendar,
): number | null =>
  quotaOf(quotas, { scope: 'team', scopeId: teamId }, period, calendar) ??
  total(
    membersOf(organisation, teamId).map((repId) => quotaOf(quotas, { scope: 'rep', scopeId: repId }, period, calendar)),
  );

/** Of a rep, or of a team with those below it. */
export const holderQuota = (
  quotas: Quotas,
  organisation: Organisation,
  holder: QuotaHolder,
  period: Period,
  calendar: FiscalCalendar,
): number | null =>
  holder.scope === 'rep'
    ? quotaOf(quotas, holder, period, calendar)
    : quotaWithBelow(quotas, organisation, holder.scopeId, period, calendar);

/** The sum over the teams at the top, each with those below it. */
export const companyQuota = (
  quotas: Quotas,
  organisation: Organisation,
  period: Period,
  calendar: FiscalCalendar,
): number | null => {
  const { teams, reps } = organisation;
  const ofRep = (repId: string) => quotaOf(quotas, { scope: 'rep', scopeId: repId }, period, calendar);
  const isTop = (parentId: string | null) => parentId === null || !teams.has(parentId);
  const ofTops = [...teams.values()]
    .filter(({ parentId }) => isTop(parentId))
    .map(({ teamId }) => quotaWithBelow(quotas, organisation, teamId, period, calendar));
  const teamless = [...reps.values()].filter(({ teamId }) => !teams.has(teamId)).map(({ repId }) => ofRep(repId));
  return total([...ofTops, ...teamless]);
};

const total = (amounts: readonly (number | null)[]): number | null => {
  const set = amounts.filter((amount) => amount !== null);
  return set.length === 0 ? null : set.reduce((sum, amount) => sum + amount, 0);
};
