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
import type { ReadAt } from '#http/read-at.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import {
  type Organisation,
  organisationAt,
  organisationProjections,
} from '#people/people-directory/organisation.contract.js';
import type { ReadModels } from '#projections/read-models.js';
import { DEAL, type Landing, type LandingMeasure, landingOf } from '../domain/landing.js';
import { type LandingReason, landingReasons } from '../domain/landing-reasons.js';
import type { Holder } from '../forecast/roll-up.js';
import { isThere, repsOf } from '../holder-in-period.js';
import { type PeriodSpan, spanOf } from '../period-span.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { holderQuota, type QuotasByMeasure, quotasAt } from '../quota-versions/quotas-at.js';
import { stageWeightProjections } from '../stage-weights.js';
import { LandingSignReader } from './landing-signs.js';
import { planned } from './pace.js';

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

/** A landing with what it was worked out from. Amounts in minor units, or in hundredths of deals. */
export type HolderLanding = Landing & Readonly<{ measure: LandingMeasure; won: number; quota: number | null }>;

type Win = WonDeal & Readonly<{ dealId: string }>;

const DAY_MS = 86_400_000;

/** One reading of history, for any number of landings as of one instant: it costs by the length of history. */
export class Landings {
  private constructor(
    private readonly from: LandingReads,
    private readonly at: ReadAt,
    readonly company: CompanyCalendar,
    readonly organisation: Organisation,
    readonly quotas: QuotasByMeasure,
    private readonly since: number,
    private readonly open: ReadonlyMap<string, readonly OutlookOfDeal[]>,
    private readonly wins: ReadonlyMap<string, readonly Win[]>,
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
  knows(holder: Holder): boolean {
    return isThere(this.organisation, holder);
  }

  /** In minor units, or a number; null: none was set. Of a team with those below it. */
  quotaIn(holder: Holder, period: Period, measure: LandingMeasure = 'amount'): number | null {
    const { quotas, organisation, company } = this;
    return holderQuota(quotas[measure].in(period, company.calendar), organisation, holder);
  }

  /** Which share of the quota should be won by the instant. */
  planned(holder: Holder, period: Period, quota: number, measure: LandingMeasure = 'amount'): number {
    const quotaIn = (each: Period): number | null => this.quotaIn(holder, each, measure);
    const span = (each: Period): PeriodSpan => this.spanOf(each);
    return planned(period, quota, quotaIn, millisecondsOf(this.at.asOf), span, this.company.calendar);
  }

  spanOf(period: Period): PeriodSpan {
    return spanOf(period, this.company);
  }

  async landing(holder: Holder, period: Period, measure: LandingMeasure = 'amount'): Promise<HolderLanding> {
    const members = repsOf(this.organisation, holder);
    const span = this.spanOf(period);
    const days = { from: span.from / DAY_MS, to: span.to / DAY_MS };
    const of = <T extends Share>(shares: ReadonlyMap<string, readonly T[]>): readonly T[] =>
      measuredBy(
        measure,
        members.flatMap((repId) => shares.get(repId) ?? []),
      );
    const wins = of(this.wins);
    const won = wins.reduce(
      (sum, win) => (win.signedDay >= days.from && win.signedDay < days.to ? sum + win.amount : sum),
      0,
    );
    const set = this.quotaIn(holder, period, measure);
    const quota = set === null || measure === 'amount' ? set : set * DEAL;
    const landing = landingOf({
      ...{ won, quota },
      open: of(this.open).map(({ amount, winsIn }) => ({ amount, probability: winsIn(days) })),
      newBusiness: newBusinessOfPast(wins, days, dayOfInstant(this.at.asOf), this.since),
      winRate: await this.signs(members).winRateBy(measure),
    });
    return { ...landing, measure, won, quota };
  }

  /** Why the quota is in danger; nothing of who is not. */
  async reasons(holder: Holder, period: Period, landing: HolderLanding): Promise<readonly LandingReason[]> {
    const { state, measure, quota, won } = landing;
    if (quota === null || (state !== 'atRisk' && state !== 'willMiss')) return [];
    const signs = this.signs(repsOf(this.organisation, holder));
    return landingReasons(await signs.signs(this.spanOf(period), { measure, quota, won }));
  }

  private signs(members: readonly string[]): LandingSignReader {
    return new LandingSignReader(this.from.figures, this.from.readModels, members, this.at);
  }
}

type Share = Readonly<{ dealId: string; amount: number }>;

/** With their amounts; or, where deals are counted, each deal once, however many share it. */
const measuredBy = <T extends Share>(measure: LandingMeasure, shares: readonly T[]): readonly T[] =>
  measure === 'amount'
    ? shares
    : [...new Map(shares.map((share) => [share.dealId, { ...share, amount: DEAL }])).values()];

const winsByOwner = async (
  figures: DealFigures,
  at: ReadAt,
  timeZone: string,
): Promise<ReadonlyMap<string, readonly Win[]>> => {
  const wins: Win[] = [];
  const starts = new Map<string, number>();
  const startOf = (date: string): number => {
    const start = starts.get(date) ?? dayOfInstant(startOfDayIn(timeZone, date));
    starts.set(date, start);
    return start;
  };
  (await figures.at(at)).won({ from: null, to: null }).eachShare(({ dealId, signedOn, openedAt, amount, ownerId }) => {
    if (signedOn === null) return;
    wins.push({ dealId, signedDay: startOf(signedOn), openedDay: openedAt / DAY_MS, amount, ownerId });
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
