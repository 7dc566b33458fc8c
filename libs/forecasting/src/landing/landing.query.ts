import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections } from '#activities/activity-log/activity-totals.contract.js';
import type { CompanyCalendar } from '#company/company.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import {
  dayOfInstant,
  dealOutlooksAt,
  newBusinessOfPast,
  type WonDeal,
} from '#forecast-methods/deal-outlooks.contract.js';
import { daysIn } from '#http/days-in.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { millisecondsOf } from '#kernel/instant.js';
import { formatDecimal, type Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { startOfDayIn } from '#kernel/time-zone.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { type LandingState, landingOf } from '../domain/landing.js';
import { type LandingReason, landingReasons } from '../domain/landing-reasons.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import type { Holder } from '../forecast/roll-up.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { quotaOf, quotasAt, quotaWithBelow } from '../quota-versions/quotas-at.js';
import { stageWeightProjections } from '../stage-weights.js';
import { LandingSignReader, type PeriodSpan } from './landing-signs.js';
import { landingWords } from './landing-words.en.js';
import { planned } from './pace.js';

export type RepLanding = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  period: string;
  won: Money;
  expectedFromOpen: Money;
  expectedNewBusiness: Money;
  projected: Money;
  /** Four of five landings lie between these. */
  low: Money;
  high: Money;
  quota?: Money;
  attainment?: number | null;
  /** Null without a quota. */
  state: LandingState | null;
  gap?: Money;
  /** How much more pipeline would close the gap; null when nothing was ever closed. */
  pipelineNeeded?: Money | null;
  /** `planned`: what should be won by now. */
  pace?: Readonly<{ planned: Money; ahead: Money }>;
  /** The weightiest first, up to five; none when the quota is met or on track. */
  reasons: readonly Readonly<{ code: LandingReason['code']; text: string }>[];
}>;

export class LandingQuery extends Query<RepLanding> {
  constructor(
    readonly holder: Holder,
    readonly period: Period,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** Where a rep or a team will land against their quota, and why. */
@QueryHandler(LandingQuery)
export class LandingHandler implements IQueryHandler<LandingQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ holder, period, at }: LandingQuery): Promise<RepLanding> {
    const { readModels, figures, settings } = this;
    const ofDeals = [...dealFigureProjections, ...stageWeightProjections, ...activityProjections];
    const position = await readModels.reach(
      [...ofDeals, ...organisationProjections, ...companyProjections, quotaVersions],
      at.after,
    );
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const { scope, scopeId } = holder;
    const isThere = scope === 'rep' ? organisation.reps.has(scopeId) : organisation.teams.has(scopeId);
    if (!isThere) throw notFound(`There is no ${scope} ${scopeId} as of ${at.asOf}`);
    const members = scope === 'rep' ? [scopeId] : membersOf(organisation, scopeId);
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const { calendar, timeZone } = company;
    const span = spanOf(period, company);
    const quotas = await quotasAt(readModels, settings, at);
    const quotaIn = (each: Period): number | null =>
      scope === 'rep'
        ? quotaOf(quotas, holder, each, calendar)
        : quotaWithBelow(quotas, organisation, scopeId, each, calendar);
    const quota = quotaIn(period);
    const reader = new LandingSignReader(figures, this.store, members, at);
    const outlooks = await dealOutlooksAt({ readModels, figures, settings }, at);
    const days = { from: span.from / DAY_MS, to: span.to / DAY_MS };
    const isMember = new Set<string | null>(members);
    const wins = await this.wins(members, at, timeZone);
    const won = wins.reduce(
      (sum, win) => (win.signedDay >= days.from && win.signedDay < days.to ? sum + win.amount : sum),
      0,
    );
    const landing = landingOf({
      ...{ won, quota },
      open: outlooks.open
        .filter(({ ownerId }) => isMember.has(ownerId))
        .map(({ amount, winsIn }) => ({ amount, probability: winsIn(days) })),
      newBusiness: newBusinessOfPast(wins, days, dayOfInstant(at.asOf), outlooks.since),
      winRate: await reader.winRateByAmount(),
    });
    const isShort = landing.state === 'atRisk' || landing.state === 'willMiss';
    const reasons = quota !== null && isShort ? landingReasons(await reader.signs(span, quota, won)) : [];
    return readAnswer(at, position, {
      period: formatPeriod(period),
      won: this.money(won),
      expectedFromOpen: this.money(landing.expectedFromOpen),
      expectedNewBusiness: this.money(landing.expectedNewBusiness),
      projected: this.money(landing.projected),
      low: this.money(landing.low),
      high: this.money(landing.high),
      state: landing.state,
      ...(quota !== null && {
        quota: this.money(quota),
        attainment: attainmentOf(won, quota),
        gap: this.money(landing.gap ?? 0),
        pipelineNeeded: landing.pipelineNeeded === null ? null : this.money(landing.pipelineNeeded),
        pace: this.pace(
          quota,
          won,
          planned(period, quota, quotaIn, millisecondsOf(at.asOf), (each) => spanOf(each, company), calendar),
        ),
      }),
      reasons: reasons.map((reason) => ({
        code: reason.code,
        text: landingWords(reason, (amount) => `${settings.currency} ${formatDecimal(this.money(amount))}`),
      })),
    });
  }

  private pace(quota: number, won: number, share: number): NonNullable<RepLanding['pace']> {
    const due = Math.round(quota * share);
    return { planned: this.money(due), ahead: this.money(won - due) };
  }

  private async wins(members: readonly string[], at: ReadAt, timeZone: string): Promise<readonly WonDeal[]> {
    const wins: WonDeal[] = [];
    const starts = new Map<string, number>();
    const startOf = (date: string): number => {
      const start = starts.get(date) ?? dayOfInstant(startOfDayIn(timeZone, date));
      starts.set(date, start);
      return start;
    };
    const all = (await this.figures.at(at)).won({ from: null, to: null }).where({ ownerId: members });
    all.each(({ signedOn, openedAt, amount, ownerId }) => {
      if (signedOn !== null) {
        wins.push({ signedDay: startOf(signedOn), openedDay: openedAt / DAY_MS, amount, ownerId });
      }
    });
    return wins;
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

const DAY_MS = 86_400_000;

const spanOf = (period: Period, { timeZone, calendar }: CompanyCalendar): PeriodSpan => {
  const days = daysIn(calendar, period);
  const [from, to] = [days.from, days.to].map((date) => millisecondsOf(startOfDayIn(timeZone, date))) as [
    number,
    number,
  ];
  return { days, from, to };
};
