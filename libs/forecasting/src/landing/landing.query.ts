import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections } from '#activities/activity-totals/activity-totals.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import type { LandingState } from '../domain/landing.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import type { Holder } from '../forecast/roll-up.js';
import { Landings, landingProjections } from './landings.js';
import { type ShownReason, shownReason } from './shown-reason.js';

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
  reasons: readonly ShownReason[];
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
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ holder, period, at }: LandingQuery): Promise<RepLanding> {
    const { readModels, figures, settings } = this;
    const position = await readModels.reach([...landingProjections, ...activityProjections], at.after);
    const landings = await Landings.at({ readModels, figures, settings }, at, { holder, period });
    const landing = await landings.landing(holder, period);
    const { won, quota } = landing;
    const reasons = await landings.reasons(holder, period, landing);
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
        pace: this.pace(quota, won, landings.planned(holder, period, quota)),
      }),
      reasons: reasons.map((reason) => shownReason(reason, settings.currency)),
    });
  }

  private pace(quota: number, won: number, share: number): NonNullable<RepLanding['pace']> {
    const due = Math.round(quota * share);
    return { planned: this.money(due), ahead: this.money(won - due) };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}
