import type { Instant } from '#kernel/instant.js';
import { type FiscalYearStart, formatPeriod, type Period, periodsBetween, rangeOf } from '#kernel/period.js';
import { membersOf, type Organisation } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import type { QuotaTarget } from '../domain/quota.events.js';
import { type Quota, quotaIdOf } from '../domain/quota.state.js';
import { quotaVersions } from './quota-versions.projection.js';

/** Quotas by `quotaIdOf` their target. */
export type Quotas = ReadonlyMap<string, Quota>;

export const quotasAt = (readModels: ReadModels, asOf: Instant, knownAt: Instant): Promise<Quotas> =>
  statesAt(readModels, quotaVersions, asOf, knownAt);

type Holder = Pick<QuotaTarget, 'scope' | 'scopeId'>;

const FINER = { year: 'quarter', quarter: 'month', month: null } as const;

/**
 * What a rep or team is to close in the period, in minor units: the quota set for exactly this period, or else the sum
 * of those set for its parts. A quota is never divided. Null: none was set.
 */
export const quotaOf = (quotas: Quotas, holder: Holder, period: Period, start: FiscalYearStart): number | null => {
  const own = quotas.get(quotaIdOf({ ...holder, period: formatPeriod(period) }));
  if (own !== undefined) return own.amount.amount;
  return total(partsOf(period, start).map((part) => quotaOf(quotas, holder, part, start)));
};

const partsOf = (period: Period, start: FiscalYearStart): readonly Period[] => {
  const unit = FINER[period.unit];
  return unit === null ? [] : periodsBetween(rangeOf(period, start), unit, start);
};

/** A team's own quota, or else the sum of those of its reps; teams below it count for themselves. */
export const teamQuota = (
  quotas: Quotas,
  { reps }: Organisation,
  teamId: string,
  period: Period,
  start: FiscalYearStart,
): number | null =>
  quotaOf(quotas, { scope: 'team', scopeId: teamId }, period, start) ??
  total(
    [...reps.values()]
      .filter((rep) => rep.teamId === teamId)
      .map(({ repId }) => quotaOf(quotas, { scope: 'rep', scopeId: repId }, period, start)),
  );

/** The sum over the teams at the top: each one's own quota, or else those of all reps in it and below. */
export const companyQuota = (
  quotas: Quotas,
  organisation: Organisation,
  period: Period,
  start: FiscalYearStart,
): number | null => {
  const { teams, reps } = organisation;
  const ofRep = (repId: string) => quotaOf(quotas, { scope: 'rep', scopeId: repId }, period, start);
  const isTop = (parentId: string | null) => parentId === null || !teams.has(parentId);
  const ofTops = [...teams.values()]
    .filter(({ parentId }) => isTop(parentId))
    .map(
      ({ teamId }) =>
        quotaOf(quotas, { scope: 'team', scopeId: teamId }, period, start) ??
        total(membersOf(organisation, teamId).map(ofRep)),
    );
  const teamless = [...reps.values()].filter(({ teamId }) => !teams.has(teamId)).map(({ repId }) => ofRep(repId));
  return total([...ofTops, ...teamless]);
};

const total = (amounts: readonly (number | null)[]): number | null => {
  const set = amounts.filter((amount) => amount !== null);
  return set.length === 0 ? null : set.reduce((sum, amount) => sum + amount, 0);
};
