import { periodWith } from '#kernel/calendar-periods.js';
import { type CalendarDate, DAY_MS, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { dateIn } from '#kernel/time-zone.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { Holder } from '../forecast/roll-up.js';
import type { Landings } from '../landing/landings.js';

export type WatchedLanding = Readonly<{ holder: Holder; period: Period }>;

/** So long after its end a period is still watched: for deals that are recorded late. */
const DAYS_AFTER = 7;

/**
 * The quotas that are watched: of the reps who are there and of all teams, for the periods under way, or just over, that
 * quotas were set for. A rep with quotas for months is not watched for the year; a team is where it has a quota there, its
 * own or the sum of its reps'.
 */
export const watchedLandings = (landings: Landings, now: Instant): readonly WatchedLanding[] => {
  const { quotas, organisation, company } = landings;
  const today = dateIn(company.timeZone, now);
  const periods = new Map<string, Readonly<{ period: Period; setFor: Set<string> }>>();
  for (const { days, holders } of quotas.amount.subjects) {
    const period = periodWith(days, company.calendar);
    if (period === null || days.from > today || daysBefore(today, DAYS_AFTER) >= days.to) continue;
    const name = formatPeriod(period);
    const found = periods.get(name) ?? { period, setFor: new Set() };
    for (const { scope, scopeId } of holders) found.setFor.add(`${scope} ${scopeId}`);
    periods.set(name, found);
  }
  return [...periods.values()].flatMap(({ period, setFor }) => {
    const reps = repsPresent(organisation).filter((repId) => setFor.has(`rep ${repId}`));
    const holders: readonly Holder[] = [
      ...reps.map((scopeId) => ({ scope: 'rep', scopeId }) as const),
      ...[...organisation.teams.keys()].map((scopeId) => ({ scope: 'team', scopeId }) as const),
    ];
    return holders
      .filter((holder) => (landings.quotaIn(holder, period) ?? 0) > 0)
      .map((holder) => ({ holder, period }));
  });
};

const daysBefore = (date: CalendarDate, days: number): CalendarDate =>
  instantOf(millisecondsOf(`${date}T00:00:00.000Z`) - days * DAY_MS).slice(0, 10);

const repsPresent = ({ reps }: Organisation): readonly string[] =>
  [...reps.values()].filter(({ departure }) => departure === null).map(({ repId }) => repId);

/**
 * Whom a landing concerns: the rep, and the managers of their team, or else of the nearest team above that has some. For a
 * manager's own quota these are the managers above.
 */
export const toldOf = (organisation: Organisation, { scope, scopeId }: Holder): readonly string[] => {
  const rep = scope === 'rep' ? organisation.reps.get(scopeId) : undefined;
  const present = new Set(repsPresent(organisation));
  const others = (teamId: string): readonly string[] =>
    [...organisation.reps.values()]
      .filter(({ repId, role, teamId: own }) => role === 'manager' && own === teamId && repId !== scopeId)
      .map(({ repId }) => repId)
      .filter((repId) => present.has(repId));
  let team = organisation.teams.get(scope === 'rep' ? (rep?.teamId ?? '') : scopeId);
  if (rep?.role === 'manager') team = organisation.teams.get(team?.parentId ?? '');
  let managers: readonly string[] = [];
  for (const seen = new Set<string>(); team !== undefined && managers.length === 0 && !seen.has(team.teamId); ) {
    managers = others(team.teamId);
    seen.add(team.teamId);
    team = organisation.teams.get(team.parentId ?? '');
  }
  return [...(scope === 'rep' && present.has(scopeId) ? [scopeId] : []), ...managers];
};
