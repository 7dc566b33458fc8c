import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections } from '#activities/activity-totals/activity-totals.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { ReadModels } from '#projections/read-models.js';
import { DEAL, type LandingState } from '../domain/landing.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import type { Holder } from '../forecast/roll-up.js';
import { Landings, landingProjections } from '../landing/landings.js';
import { type ShownReason, shownReason } from '../landing/shown-reason.js';

/** Numbers of deals; expectations to a hundredth. */
export type DealLanding = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  period: string;
  won: number;
  expectedFromOpen: number;
  expectedNewBusiness: number;
  projected: number;
  /** Four of five landings lie between these. */
  low: number;
  high: number;
  quota?: number;
  attainment?: number | null;
  /** Null without a quota. */
  state: LandingState | null;
  gap?: number;
  /** How many more open deals would close the gap; null when nothing was ever closed. */
  dealsNeeded?: number | null;
  /** `planned`: how many should be won by now. */
  pace?: Readonly<{ planned: number; ahead: number }>;
  /** The weightiest first, up to five; none when the quota is met or on track. */
  reasons: readonly ShownReason[];
}>;

export class DealLandingQuery extends Query<DealLanding> {
  constructor(
    readonly holder: Holder,
    readonly period: Period,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** Where a rep or a team will land against their quota of deals, and why. */
@QueryHandler(DealLandingQuery)
export class DealLandingHandler implements IQueryHandler<DealLandingQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ holder, period, at }: DealLandingQuery): Promise<DealLanding> {
    const { readModels, figures, settings } = this;
    const position = await readModels.reach([...landingProjections, ...activityProjections], at.after);
    const landings = await Landings.at({ readModels, figures, settings }, at, { holders: [holder], period });
    const landing = await landings.landing(holder, period, 'deals');
    const { won, quota, gap, pipelineNeeded } = landing;
    const reasons = await landings.reasons(holder, period, landing);
    const due = quota === null ? 0 : Math.round(quota * landings.planned(holder, period, quota, 'deals'));
    return readAnswer(at, position, {
      period: formatPeriod(period),
      won: won / DEAL,
      expectedFromOpen: landing.expectedFromOpen / DEAL,
      expectedNewBusiness: landing.expectedNewBusiness / DEAL,
      projected: landing.projected / DEAL,
      low: landing.low / DEAL,
      high: landing.high / DEAL,
      state: landing.state,
      ...(quota !== null && {
        quota: quota / DEAL,
        attainment: attainmentOf(won, quota),
        gap: (gap ?? 0) / DEAL,
        dealsNeeded: pipelineNeeded === null ? null : Math.ceil(pipelineNeeded / DEAL),
        pace: { planned: due / DEAL, ahead: (won - due) / DEAL },
      }),
      reasons: reasons.map((reason) => shownReason(reason, settings.currency)),
    });
  }
}
