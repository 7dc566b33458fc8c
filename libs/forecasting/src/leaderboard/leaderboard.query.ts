import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections, activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  dealFigureProjections,
  type GroupSum,
} from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import type { Period } from '#kernel/period.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { boundsOf } from '../period-bounds.js';
import { winRateOf } from '../win-rate.js';
import { type Ranked, ranked } from './leaderboard-rows.js';

export const LEADERBOARD_METRICS = ['wonAmount', 'wonDeals', 'winRate', 'activities'] as const;
export type LeaderboardMetric = (typeof LEADERBOARD_METRICS)[number];

export type Leaderboard = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  /** `value` of `wonAmount` is money. */
  rows: readonly Ranked<Readonly<{ repId: string; name: string; value: number | Money }>>[];
}>;

export class LeaderboardQuery extends Query<Leaderboard> {
  constructor(
    readonly metric: LeaderboardMetric,
    /** Null: all time. */
    readonly period: Period | null,
    /** Only reps of this team and those below it; null: all. */
    readonly teamId: string | null,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** Reps by what they closed or did in a period, as it stood at any instant; those who have left keep their places. */
@QueryHandler(LeaderboardQuery)
export class LeaderboardHandler implements IQueryHandler<LeaderboardQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ metric, period, teamId, at }: LeaderboardQuery): Promise<Leaderboard> {
    const ofMetric: readonly AnyProjection[] = metric === 'activities' ? activityProjections : dealFigureProjections;
    const position = await this.readModels.reach(
      [...ofMetric, ...organisationProjections, ...companyProjections],
      at.after,
    );
    const [values, organisation] = await Promise.all([
      this.values(metric, period, at),
      organisationAt(this.readModels, at.asOf, at.knownAt),
    ]);
    const members = teamId === null ? null : new Set(membersOf(organisation, teamId));
    const rows = [...values]
      .filter(([repId]) => members === null || members.has(repId))
      .map(([repId, value]) => ({ repId, name: organisation.reps.get(repId)?.name ?? repId, value }));
    return readAnswer(at, position, {
      rows: ranked(rows).map((row) => ({ ...row, value: this.shown(metric, row.value) })),
    });
  }

  /** By rep; who has nothing to count is not there. */
  private async values(
    metric: LeaderboardMetric,
    period: Period | null,
    at: ReadAt,
  ): Promise<ReadonlyMap<string, number>> {
    const company = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const { days, instants, milliseconds } = boundsOf(period, company);
    if (metric === 'activities') {
      return summedByRep(await activityTotals(this.readModels, at, instants), ({ repId, count }) => [repId, count]);
    }
    const deals = await this.figures.at(at);
    const won = deals.won(days).sum([byColumn('ownerId')], { amount: ({ amount }) => amount });
    if (metric === 'wonAmount') return summedByRep(won, ({ group: [ownerId], amount }) => [ownerId, amount]);
    const wins = summedByRep(won, countByOwner);
    if (metric === 'wonDeals') return wins;
    const losses = summedByRep(deals.lost(milliseconds).sum([byColumn('ownerId')], {}), countByOwner);
    return new Map(
      [...new Set([...wins.keys(), ...losses.keys()])].map((repId) => [
        repId,
        winRateOf(wins.get(repId) ?? 0, losses.get(repId) ?? 0) ?? 0,
      ]),
    );
  }

  private shown(metric: LeaderboardMetric, value: number): number | Money {
    return metric === 'wonAmount' ? { amount: value, currency: this.settings.currency } : value;
  }
}

const countByOwner = ({ group: [ownerId], deals }: GroupSum<never>) => [ownerId, deals] as const;

/** What nobody owned is nobody's. */
const summedByRep = <T>(
  rows: readonly T[],
  of: (row: T) => readonly [repId: string | null | undefined, value: number],
): ReadonlyMap<string, number> => {
  const sums = new Map<string, number>();
  for (const row of rows) {
    const [repId, value] = of(row);
    if (repId != null) sums.set(repId, (sums.get(repId) ?? 0) + value);
  }
  return sums;
};
