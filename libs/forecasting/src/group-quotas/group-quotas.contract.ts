import type { CompanyCalendar } from '#company/company.contract.js';
import type { MoneySettings } from '#company/exchange-rates/company-money.contract.js';
import { rangeOf } from '#kernel/calendar-periods.js';
import type { Instant } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import { membersOf, type Organisation, teamsFrom } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ForecastFilter, ForecastGroup } from '../forecast/forecast-groups.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { companyQuota, quotasAt, quotaWithBelow, teamQuota } from '../quota-versions/quotas-at.js';

/** Quotas by rep or team, in minor units; null: none was set. */
export type GroupQuotas = Readonly<{
  /** Of all that is asked about: the company, the one rep or the one team. */
  total: number | null;
  /** Of reps, or of teams without those below them. */
  byGroup: ReadonlyMap<string, number>;
}>;

type Asked = Readonly<{ group: string; filter: ForecastFilter; period: Period | null }>;
type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

export const groupQuotaProjections = [quotaVersions];

const NONE: GroupQuotas = { total: null, byGroup: new Map() };

/** What amounts reps and teams are to close in a period. Where deals are filtered by anything but one rep or one team, nothing. */
export const groupQuotasAt = async (
  readModels: ReadModels,
  settings: MoneySettings,
  { calendar }: CompanyCalendar,
  organisation: Organisation,
  { group, filter: { owner, team, ...others }, period }: Asked,
  at: At,
): Promise<GroupQuotas> => {
  if (period === null || Object.keys(others).length > 0 || (owner !== undefined && team !== undefined)) return NONE;
  const quotas = await quotasAt(readModels, settings, at, rangeOf(period, calendar));
  const quotaOf = quotas.amount.in(period, calendar);
  const ofRep = (scopeId: string) => quotaOf({ scope: 'rep', scopeId });
  const byGroup = new Map<string, number>();
  const add = (name: string, quota: number | null): void => {
    if (quota !== null) byGroup.set(name, quota);
  };
  if (group === ('owner' satisfies ForecastGroup)) {
    const reps = team === undefined ? [...organisation.reps.keys()] : membersOf(organisation, team);
    for (const repId of owner === undefined ? reps : [owner]) add(repId, ofRep(repId));
  }
  if (group === ('team' satisfies ForecastGroup) && owner === undefined) {
    const teams = team === undefined ? organisation.teams.keys() : teamsFrom(organisation, team);
    for (const teamId of teams) add(teamId, teamQuota(quotaOf, organisation, teamId));
  }
  if (owner !== undefined) return { total: ofRep(owner), byGroup };
  if (team !== undefined) return { total: quotaWithBelow(quotaOf, organisation, team), byGroup };
  return { total: companyQuota(quotaOf, organisation), byGroup };
};
