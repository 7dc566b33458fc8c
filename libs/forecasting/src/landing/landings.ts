import { setImmediate as breathe } from 'node:timers/promises';
import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import type { Settings } from '#config/settings.js';
import { type DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import {
  dayOfInstant,
  dealOutlooksAt,
  newBusinessOfPast,
  startsOfDaysIn,
  type WonDeal,
} from '#forecast-methods/deal-outlooks.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { DAY_MS, millisecondsOf } from '#kernel/instant.js';
import type { Period } from '#kernel/period.js';
import {
  type Organisation,
  organisationAt,
  organisationProjections,
} from '#people/people-directory/organisation.contract.js';
import { inTurns } from '#projections/in-turns.js';
import type { ReadModels } from '#projections/read-models.js';
import { DEAL, type Landing, type LandingInput, type LandingMeasure, landingOf } from '../domain/landing.js';
import { type LandingReason, landingReasons } from '../domain/landing-reasons.js';
import type { Holder } from '../forecast/roll-up.js';
import { expectThere, repsOf } from '../holder-in-period.js';
import { boundsOf } from '../period-bounds.js';
import { type PeriodSpan, spanOf } from '../period-span.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { holderQuota, type QuotasByMeasure, quotasAt } from '../quota-versions/quotas-at.js';
import { stageWeightProjections } from '../stage-weights.js';
import { type ActivitiesOf, activityCountsAt } from './activity-counts.js';
import { type Held, HeldDeals } from './held-deals.js';
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

type Asked = Readonly<{ holders: readonly Holder[]; period: Period }>;

/**
 * One reading of history, for any number of landings as of one instant: it costs by the length of history, and a landing
 * then by what its reps have. All of it takes turns with everybody else.
 */
export class Landings {
  private activities: Promise<ActivitiesOf> | null = null;

  private constructor(
    private readonly readModels: ReadModels,
    private readonly at: ReadAt,
    readonly company: CompanyCalendar,
    readonly organisation: Organisation,
    readonly quotas: QuotasByMeasure,
    private readonly deals: HeldDeals,
    /** The day on which history begins, in days since 1970. */
    private readonly since: number,
  ) {}

  /**
   * @param only whose landings are asked for; null: anybody's in any period, which takes more room
   * @throws ProblemException (404) when there was no such rep or team, (400) for a period that the calendar does not have
   */
  static async at({ readModels, figures, settings }: LandingReads, at: ReadAt, only: Asked | null): Promise<Landings> {
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    for (const holder of only?.holders ?? []) expectThere(organisation, holder, at);
    const { days } = boundsOf(only?.period ?? null, company);
    const quotas = await quotasAt(readModels, settings, at, days);
    const startOf = startsOfDaysIn(company.timeZone);
    const deals = new HeldDeals(
      only && new Set(only.holders.flatMap((holder) => repsOf(organisation, holder))),
      startOf,
    );
    const since = await dealOutlooksAt({ readModels, figures }, at, startOf, (past, winsIn) => deals.add(past, winsIn));
    return new Landings(readModels, at, company, organisation, quotas, deals, since);
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
    // Where stores answer at once, a watch over many would let nobody else get a word in.
    await breathe();
    const span = this.spanOf(period);
    const days = { from: span.from / DAY_MS, to: span.to / DAY_MS };
    const held = this.heldBy(holder);
    const wins = measuredBy(measure, held.flatMap(winsOf));
    const won = wins.reduce(
      (sum, win) => (win.signedDay >= days.from && win.signedDay < days.to ? sum + win.amount : sum),
      0,
    );
    const open: LandingInput['open'][number][] = [];
    const shares = held.flatMap((ofRep) => ofRep.open);
    await inTurns(measuredBy(measure, shares), ({ amount, winsIn }) => {
      if (winsIn !== null) open.push({ amount, probability: winsIn(days) });
    });
    const set = this.quotaIn(holder, period, measure);
    const quota = set === null || measure === 'amount' ? set : set * DEAL;
    const newBusiness = newBusinessOfPast(wins, days, dayOfInstant(this.at.asOf), this.since);
    const winRate = this.signs(holder).winRateBy(measure);
    return { ...landingOf({ won, quota, open, newBusiness, winRate }), measure, won, quota };
  }

  /** Why the quota is in danger; nothing of who is not. */
  async reasons(holder: Holder, period: Period, landing: HolderLanding): Promise<readonly LandingReason[]> {
    const { state, measure, quota, won } = landing;
    if (quota === null || (state !== 'atRisk' && state !== 'willMiss')) return [];
    await breathe();
    this.activities ??= activityCountsAt(this.readModels, this.at);
    const activities = (await this.activities)(repsOf(this.organisation, holder));
    return landingReasons(this.signs(holder).signs(this.spanOf(period), { measure, quota, won }, activities));
  }

  private heldBy(holder: Holder): readonly Held[] {
    return this.deals.heldBy(repsOf(this.organisation, holder));
  }

  private signs(holder: Holder): LandingSignReader {
    return new LandingSignReader(repsOf(this.organisation, holder), this.heldBy(holder), millisecondsOf(this.at.asOf));
  }
}

type Win = WonDeal & Readonly<{ dealId: string }>;

const winsOf = ({ won, signedDays }: Held): readonly Win[] =>
  signedDays.map((signedDay, place) => ({
    dealId: won.dealIds[place] as string,
    amount: won.amounts[place] as number,
    openedDay: (won.openedAt[place] as number) / DAY_MS,
    signedDay,
  }));

/** With their amounts; or, where deals are counted, each deal once, however many share it. */
const measuredBy = <T extends Readonly<{ dealId: string; amount: number }>>(
  measure: LandingMeasure,
  shares: readonly T[],
): readonly T[] =>
  measure === 'amount'
    ? shares
    : [...new Map(shares.map((share) => [share.dealId, { ...share, amount: DEAL }])).values()];
