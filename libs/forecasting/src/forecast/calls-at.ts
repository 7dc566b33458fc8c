import type { Bounded } from '#kernel/bounded.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { CalendarDate, Instant } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import type { DateRange } from '#kernel/period.js';
import type { Organisation } from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { daysOfTarget, type ForecastTarget } from '../domain/forecast-target.js';
import { forecastAdjustments } from '../forecast-adjustments/forecast-adjustments.projection.js';
import { forecastSubmissions } from '../forecast-submissions/forecast-submissions.projection.js';
import { statesAboutDays } from '../records-by-days.js';
import type { CallOf, Holder } from './roll-up.js';

/** The read models that calls are read from. */
export const callProjections = [forecastAdjustments, forecastSubmissions];

/** What was said about forecasts, as of an instant. */
export class Calls {
  private readonly amounts = new Map<string, Map<string, { amount: number; rank: number }>>();
  private readonly spokenOf = new Map<string, { days: DateRange; holder: Holder }>();

  /** Of several about the same figure the one with the lowest rank counts. */
  add({ scope, scopeId, days, category }: ForecastTarget, amount: Money, rank = 0): void {
    const holder = { scope, scopeId } as const;
    const ofDays = this.amounts.get(nameOf(days)) ?? new Map<string, { amount: number; rank: number }>();
    this.amounts.set(nameOf(days), ofDays);
    const key = keyOf(holder, category);
    const known = ofDays.get(key);
    if (known === undefined || rank < known.rank) ofDays.set(key, { amount: amount.amount, rank });
    this.spokenOf.set(JSON.stringify([days.from, days.to, scope, scopeId]), { days, holder });
  }

  /** About the period with these days. */
  of(days: DateRange): CallOf {
    const ofDays = this.amounts.get(nameOf(days));
    if (ofDays === undefined) return () => null;
    return (holder, category) => ofDays.get(keyOf(holder, category))?.amount ?? null;
  }

  /** Whose forecasts for which days were spoken of. */
  get subjects(): Iterable<Readonly<{ days: DateRange; holder: Holder }>> {
    return this.spokenOf.values();
  }
}

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

/** Adjustments, for days within these; of several levels the highest counts, the company's before all. */
export const adjustmentsAt = async (
  readModels: ReadModels,
  organisation: Organisation,
  { asOf, knownAt }: At,
  within: Bounded<CalendarDate>,
): Promise<Calls> => {
  const calls = new Calls();
  const about = { projection: forecastAdjustments, daysOf: daysOfTarget };
  for (const adjustment of await statesAboutDays(readModels, about, { asOf, knownAt, within })) {
    const { amount, level } = adjustment;
    if (amount !== null) calls.add(adjustment, amount, level === null ? 0 : depthOf(level, organisation));
  }
  return calls;
};

/** Submissions, for days within these. */
export const submissionsAt = async (
  readModels: ReadModels,
  { asOf, knownAt }: At,
  within: Bounded<CalendarDate>,
): Promise<Calls> => {
  const calls = new Calls();
  const about = { projection: forecastSubmissions, daysOf: daysOfTarget };
  for (const submission of await statesAboutDays(readModels, about, { asOf, knownAt, within })) {
    calls.add(submission, submission.amount);
  }
  return calls;
};

/** 1 at the top; teams that are not there come last. */
const depthOf = (teamId: string, { teams }: Organisation): number => {
  let depth = 0;
  for (let team = teams.get(teamId); team !== undefined; team = teams.get(team.parentId ?? '')) depth += 1;
  return depth === 0 ? Number.POSITIVE_INFINITY : depth;
};

const nameOf = ({ from, to }: DateRange): string => `${from} ${to}`;
const keyOf = ({ scope, scopeId }: Holder, category: ForecastCategory): string => `${scope} ${scopeId} ${category}`;
