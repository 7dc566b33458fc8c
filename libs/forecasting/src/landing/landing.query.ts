import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections } from '#activities/activity-totals/activity-totals.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { organisationAt } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import type { LandingState } from '../domain/landing.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import type { Holder } from '../forecast/roll-up.js';
import { isThere } from '../holder-in-period.js';
import { Landings, landingProjections } from './landings.js';
import { type ShownReason, shownReason } from './shown-reason.js';

/** Where a rep or team will land. */
export type ShownLanding = Readonly<{
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
  reasons: readonly ShownReason[];
}>;

export type LandingsAnswer = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  landings: readonly Readonly<{ holder: Holder; landing: ShownLanding }>[];
}>;

export class LandingsQuery extends Query<LandingsAnswer> {
  constructor(
    readonly holders: readonly Holder[],
    readonly period: Period,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/**
 * Where reps or teams will land against their quotas, and why, in their order: history is read once for all of them.
 * Who was not there then is left out; when nobody was, there is no answer (404).
 */
@QueryHandler(LandingsQuery)
export class LandingsHandler implements IQueryHandler<LandingsQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ holders, period, at }: LandingsQuery): Promise<LandingsAnswer> {
    const { readModels, figures, settings } = this;
    const position = await readModels.reach([...landingProjections, ...activityProjections], at.after);
    const organisation = await organisationAt(readModels, at.asOf, at.knownAt);
    const there = holders.filter((holder) => isThere(organisation, holder));
    const asked = { holders: there.length > 0 ? there : holders, period };
    const landings = await Landings.at({ readModels, figures, settings }, at, asked);
    const shown: LandingsAnswer['landings'][number][] = [];
    for (const holder of there) shown.push({ holder, landing: await this.shown(landings, holder, period) });
    return readAnswer(at, position, { landings: shown });
  }

  private async shown(landings: Landings, holder: Holder, period: Period): Promise<ShownLanding> {
    const landing = await landings.landing(holder, period);
    const { won, quota } = landing;
    const reasons = await landings.reasons(holder, period, landing);
    return {
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
        pace: this.pace(quota, won, landings.planned(holder, period, quota)),
      }),
      reasons: reasons.map((reason) => shownReason(reason, this.settings.currency)),
    };
  }

  private pace(quota: number, won: number, share: number): NonNullable<ShownLanding['pace']> {
    const due = Math.round(quota * share);
    return { planned: this.money(due), ahead: this.money(won - due) };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}
