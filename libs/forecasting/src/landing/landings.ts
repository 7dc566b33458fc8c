import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import { type DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import {
  dayOfInstant,
  dealOutlooksAt,
  newBusinessOfPast,
  type OutlookOfDeal,
  type WonDeal,
} from '#forecast-methods/deal-outlooks.contract.js';
import { daysIn } from '#http/days-in.js';
import type { ReadAt } from '#http/read-at.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import {
  membersOf,
  type Organisation,
  organisationAt,
  organisationProjections,
} from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { type Landing, landingOf } from '../domain/landing.js';
import { type LandingReason, landingReasons } from '../domain/landing-reasons.js';
import type { Holder } from '../forecast/roll-up.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { type Quotas, quotaOf, quotasAt, quotaWithBelow } from '../quota-versions/quotas-at.js';
import { stageWeightProjections } from '../stage-weights.js';
import { LandingSignReader, type PeriodSpan } from './landing-signs.js';

export type LandingReads = Readonly<{
  readModels: ReadModels;
  figures: DealFigures;
  settings: Settings;
}>;

/** The read models of deals, people, quotas and the calendar that landings are read from. */
export const landingProjections = [
  ...dealFigureProjections,
  ...stageWeightProjections,
  ...organisationProjections,
  ...companyProjections,
  quotaVersions,
];

/** A landing with what it was worked out from. Amounts in minor units. */
export type HolderLanding = Landing & Readonly<{ won: number; quota: number | null }>;

const DAY_MS = 86_400_000;

/** One reading of history, for any number of landings as of one instant: it costs by the length of history. */
export class Landings {
  private constructor(
    private readonly from: LandingReads,
    private readonly at: ReadAt,
    readonly company: CompanyCalendar,
    readonly organisation: Organisation,
    readonly quotas: Quotas,
    private readonly since: number,
    private readonly open: ReadonlyMap<string, readonly OutlookOfDeal[]>,
    private readonly wins: ReadonlyMap<string, readonly WonDeal[]>,
  ) {}

  static async at(from: LandingReads, at: ReadAt): Promise<Landings> {
    const { readModels, figures, settings } = from;
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const quotas = await quotasAt(readModels, settings, at);
    const outlooks = await dealOutlooksAt({ readModels, figures, settings }, at);
    const wins = await winsByOwner(figures, at, company.timeZone);
    const open = byOwner(outlooks.open);
    return new Landings(from, at, company, organisation, quotas, outlooks.since, open, wins);
  }

  /** Whether the rep or team was there. */
  knows({ scope, scopeId }: Holder): boolean {
    return scope === 'rep' ? this.organisation.reps.has(scopeId) : this.organisation.teams.has(scopeId);
  }

  /** In minor units; null: none was set. Of a team with those below it. */
  quotaIn({ scope, scopeId }: Holder, period: Period): number | null {
    const { quotas, organisation, company } = this;
    return scope === 'rep'
      ? quotaOf(quotas, { scope, scopeId }, period, company.calendar)
      : quotaWithBelow(quotas, organisation, scopeId, period, company.calendar);
  }

  spanOf(period: Period): PeriodSpan {
    const { calendar, timeZone } = this.company;
    const days = daysIn(calendar, period);
    const [from, to] = [days.from, days.to].map((date) => millisecondsOf(startOfDayIn(timeZone, date))) as [
      number,
      number,
    ];
    return { days, from, to };
  }

  async landing(holder: Holder, period: Period): Promise<HolderLanding> {
    const members = this.membersOf(holder);
    const span = this.spanOf(period);
    const days = { from: span.from / DAY_MS, to: span.to / DAY_MS };
    const wins = members.flatMap((repId) => this.wins.get(repId) ?? []);
    const won = wins.reduce(
      (sum, win) => (win.signedDay >= days.from && win.signedDay < days.to ? sum + win.amount : sum),
      0,
    );
    const quota = this.quotaIn(holder, period);
    const landing = landingOf({
      ...{ won, quota },
      open: members
        .flatMap((repId) => this.open.get(repId) ?? [])
        .map(({ amount, winsIn }) => ({ amount, probability: winsIn(days) })),
      newBusiness: newBusinessOfPast(wins, days, dayOfInstant(this.at.asOf), this.since),
      winRate: await this.signs(members).winRateByAmount(),
    });
    return { ...landing, won, quota };
  }

  /** Why the quota is in danger; nothing of who is not. */
  async reasons(holder: Holder, period: Period, landing: HolderLanding): Promise<readonly LandingReason[]> {
    const { state, quota, won } = landing;
    if (quota === null || (state !== 'atRisk' && state !== 'willMiss')) return [];
    return landingReasons(await this.signs(this.membersOf(holder)).signs(this.spanOf(period), quota, won));
  }

  private signs(members: readonly string[]): LandingSignReader {
    return new LandingSignReader(this.from.figures, this.from.readModels, members, this.at);
  }

  private membersOf({ scope, scopeId }: Holder): readonly string[] {
    return scope === 'rep' ? [scopeId] : membersOf(this.organisation, scopeId);
  }
}

const winsByOwner = async (
  figures: DealFigures,
  at: ReadAt,
  timeZone: string,
): Promise<ReadonlyMap<string, readonly WonDeal[]>> => {
  const wins: WonDeal[] = [];
  const starts = new Map<string, number>();
  const startOf = (date: string): number => {
    const start = starts.get(date) ?? dayOfInstant(startOfDayIn(timeZone, date));
    starts.set(date, start);
    return start;
  };
  (await figures.at(at)).won({ from: null, to: null }).eachShare(({ signedOn, openedAt, amount, ownerId }) => {
    if (signedOn !== null) wins.push({ signedDay: startOf(signedOn), openedDay: openedAt / DAY_MS, amount, ownerId });
  });
  return byOwner(wins);
};

/** What nobody owns is nobody's. */
const byOwner = <T extends Readonly<{ ownerId: string | null }>>(
  items: readonly T[],
): ReadonlyMap<string, readonly T[]> => {
  const owners = new Map<string, T[]>();
  for (const item of items) {
    if (item.ownerId === null) continue;
    const own = owners.get(item.ownerId);
    if (own === undefined) owners.set(item.ownerId, [item]);
    else own.push(item);
  }
  return owners;
};
