import { cents, MONTHS, monthsOf, QUARTERS, sum } from './crm-sales-arithmetic.js';
import { instant, managerOf, regionOf } from './crm-sales-facts.js';
import type { Fact } from './generated-history.js';

// Quotas made up for the people of the files: amounts a month and deals a quarter for each rep, and for every second manager
// amounts of their own.

export const REPS = [...regionOf.keys()];
export const TEAMS = [...new Set(managerOf.values())];
export const membersOf = (team: string) => REPS.filter((rep) => managerOf.get(rep) === team);

/** In cents. */
const quotaOfMonth = (rep: string, month: string): number =>
  (8_000 + 700 * ((REPS.indexOf(rep) * 7 + MONTHS.indexOf(month) * 3) % 41)) * 100;
const dealsOfQuarter = (rep: string, quarter: string): number =>
  15 + ((REPS.indexOf(rep) * 5 + QUARTERS.indexOf(quarter)) % 13);
const hasOwn = (team: string): boolean => TEAMS.indexOf(team) % 2 === 0;
const quotaOfTeam = (team: string, quarter: string): number =>
  (90_000 + TEAMS.indexOf(team) * 1_234) * 100 + QUARTERS.indexOf(quarter);

const quotaFact = (scope: string, scopeId: string, period: string, goal: object): Fact => {
  const type = 'amount' in goal ? 'QuotaSet' : 'CountQuotaSet';
  const data = { scope, scopeId, period, days: null, ...goal, from: null };
  const [set, recordedAt] = [instant('2016-12-31'), instant('2020-01-01')];
  return { stream: `quota-${type}~${scope}~${scopeId}~${period}`, type, data, at: set, recordedAt };
};

export const QUOTAS: readonly Fact[] = [
  ...REPS.flatMap((rep) =>
    MONTHS.map((month) => quotaFact('rep', rep, month, { amount: cents(quotaOfMonth(rep, month)) })),
  ),
  ...REPS.flatMap((rep) =>
    QUARTERS.map((quarter) =>
      quotaFact('rep', rep, quarter, { measure: 'deals', target: dealsOfQuarter(rep, quarter) }),
    ),
  ),
  ...TEAMS.filter(hasOwn).flatMap((team) =>
    QUARTERS.map((quarter) => quotaFact('team', team, quarter, { amount: cents(quotaOfTeam(team, quarter)) })),
  ),
];

/** The quarters that the whole of a period is made of; none of a month. */
const quartersOf = (period: string): readonly string[] =>
  QUARTERS.filter((quarter) => monthsOf(quarter).every((month) => monthsOf(period).includes(month)));

export const amountQuota = (rep: string, period: string): number =>
  sum(monthsOf(period), (month) => quotaOfMonth(rep, month));
/** Null: none was set for a month. */
export const dealQuota = (rep: string, period: string): number | null =>
  quartersOf(period).length === 0 ? null : sum(quartersOf(period), (quarter) => dealsOfQuarter(rep, quarter));

/** A manager's own, or else the sum of their reps'. */
export const teamAmountQuota = (team: string, period: string): number =>
  hasOwn(team) && quartersOf(period).length > 0
    ? sum(quartersOf(period), (quarter) => quotaOfTeam(team, quarter))
    : sum(membersOf(team), (rep) => amountQuota(rep, period));
export const teamDealQuota = (team: string, period: string): number | null =>
  quartersOf(period).length === 0 ? null : sum(membersOf(team), (rep) => dealQuota(rep, period) ?? 0);
