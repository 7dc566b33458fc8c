import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { activityProjections, activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  dealFigureProjections,
  type GroupCount,
  type Grouping,
} from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { periodBefore, periodOf, rangeOf } from '#kernel/calendar-periods.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period, unitOf } from '#kernel/period.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import type { AnyProjection } from '#projections/projection.js';
import { ReadModels } from '#projections/read-models.js';
import { statesAt } from '#projections/states-at.js';
import type { QuotaMeasure } from '../domain/quota-measure.js';
import { leaderboardNames } from '../leaderboard-names/leaderboard-names.projection.js';
import { boundsOf } from '../period-bounds.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { quotasAt } from '../quota-versions/quotas-at.js';
import { winRateOf } from '../win-rate.js';
import { type Ranked, ranked } from './leaderboard-rows.js';
import { type Badge, badgesOf, movedSince } from './standing.js';

export const LEADERBOARD_METRICS = ['wonAmount', 'wonDeals', 'winRate', 'activities'] as const;
export type LeaderboardMetric = (typeof LEADERBOARD_METRICS)[number];

/** With one that is fair to small and large quotas: what is reached of the quota of the period, of any measure. */
export const LEADERBOARDS = [...LEADERBOARD_METRICS, 'attainment'] as const;
export type LeaderboardKind = (typeof LEADERBOARDS)[number];

type LeaderboardRow = Ranked<Readonly<{ repId: string; name: string; value: number | Money }>>;

/** `before`: the rank and value of the period before. */
type Standing = Readonly<{
  before: Readonly<{ rank: number; value: number | Money }> | null;
  movement: number | null;
  badges: readonly Badge[];
}>;

export type Leaderboard = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  /** `value` of `wonAmount` is money. */
  rows: readonly (LeaderboardRow & Partial<Standing>)[];
}>;

export class LeaderboardQuery extends Query<Leaderboard> {
  constructor(
    readonly metric: LeaderboardKind,
    /** Null: all time. */
    readonly period: Period | null,
    /** Only reps of this team and those below it; null: all. */
    readonly teamId: string | null,
    readonly at: ReadAt,
    /** Of a period: with what has moved since the one before, and badges. */
    readonly withStandings = false,
    /** Whose quotas `attainment` is of. */
    readonly measure: QuotaMeasure = 'amount',
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

  async execute({ metric, period, teamId, at, withStandings, measure }: LeaderboardQuery): Promise<Leaderboard> {
    const counted = metric === 'attainment' ? REACHED_BY[measure] : metric;
    const ofMetric: readonly AnyProjection[] = counted === 'activities' ? activityProjections : [];
    const position = await this.readModels.reach(
      [...ofMetric, ...dealFigureProjections, ...organisationProjections, ...companyProjections, ...ofNamesAndQuotas],
      at.after,
    );
    const organisation = await organisationAt(this.readModels, at.asOf, at.knownAt);
    const names = await statesAt(this.readModels, leaderboardNames, at.asOf, at.knownAt);
    const members = teamId === null ? null : new Set(membersOf(organisation, teamId));
    const board = async (of: Period | null): Promise<readonly Ranked<Valued>[]> =>
      ranked(
        [...(await this.values(metric, of, at, measure))]
          .filter(([repId]) => members === null || members.has(repId))
          .map(([repId, value]) => {
            const name = names.get(repId)?.name ?? organisation.reps.get(repId)?.name ?? repId;
            return { repId, name, value };
          }),
      );
    const rows = await board(period);
    if (!withStandings || period === null) {
      return readAnswer(at, position, { rows: rows.map((row) => ({ ...row, value: this.shown(metric, row.value) })) });
    }
    const { calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const attainments = await this.attainments(period, at, measure);
    const earlierOf = metric === 'wonAmount' || metric === 'wonDeals' ? await this.earlier(metric, period, at) : null;
    const movedIn = movedSince(await board(periodBefore(period, calendar)));
    return readAnswer(at, position, {
      rows: rows.map((row) => {
        const { rank, repId, name, value } = row;
        const { before, movement } = movedIn(row);
        return {
          rank,
          repId,
          name,
          value: this.shown(metric, value),
          movement,
          before: before && { rank: before.rank, value: this.shown(metric, before.value) },
          badges: badgesOf(value, earlierOf?.get(repId) ?? [], attainments.get(repId) ?? null),
        };
      }),
    });
  }

  /** By rep; who has nothing to count is not there. */
  private async values(
    metric: LeaderboardKind,
    period: Period | null,
    at: ReadAt,
    measure: QuotaMeasure,
  ): Promise<ReadonlyMap<string, number>> {
    if (metric === 'attainment') return this.attainments(period, at, measure);
    const company = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const { days, instants, milliseconds } = boundsOf(period, company);
    if (metric === 'activities') {
      return summedByRep(await activityTotals(this.readModels, at, instants), ({ repId, count }) => [repId, count]);
    }
    const deals = await this.figures.at(at);
    const won = deals.won(days).groups([byColumn('ownerId')]);
    if (metric === 'wonAmount') return summedByRep(won.sums(), ({ group: [ownerId], amount }) => [ownerId, amount]);
    const wins = summedByRep(won.counts(), countByOwner);
    if (metric === 'wonDeals') return wins;
    const lost = deals.lost(milliseconds).groups([byColumn('ownerId')]);
    const losses = summedByRep(lost.counts(), countByOwner);
    return new Map(
      [...new Set([...wins.keys(), ...losses.keys()])].map((repId) => [
        repId,
        winRateOf(wins.get(repId) ?? 0, losses.get(repId) ?? 0) ?? 0,
      ]),
    );
  }

  /** Of the reps with a quota above 0 for the period; there is none for all time. */
  private async attainments(
    period: Period | null,
    at: ReadAt,
    measure: QuotaMeasure,
  ): Promise<ReadonlyMap<string, number>> {
    if (period === null) return new Map();
    const { readModels, settings } = this;
    const { calendar } = await companyKnownAt(readModels, settings, at.knownAt);
    const quotas = await quotasAt(readModels, settings, at, rangeOf(period, calendar));
    const quotaOf = quotas[measure].in(period, calendar);
    const { reps } = await organisationAt(readModels, at.asOf, at.knownAt);
    const reached = await this.values(REACHED_BY[measure], period, at, measure);
    const shares = [...reps.keys()].flatMap((scopeId): readonly (readonly [string, number])[] => {
      const quota = quotaOf({ scope: 'rep', scopeId });
      return quota === null || quota === 0 ? [] : [[scopeId, (reached.get(scopeId) ?? 0) / quota]];
    });
    return new Map(shares);
  }

  /** The values of each rep in the periods of this length before, where they won something. */
  private async earlier(
    metric: 'wonAmount' | 'wonDeals',
    period: Period,
    at: ReadAt,
  ): Promise<ReadonlyMap<string, readonly number[]>> {
    const { calendar } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    const unit = unitOf(period);
    const inPeriods: Grouping = {
      columns: ['signedOn'],
      as: (date) => (date == null ? undefined : formatPeriod(periodOf(date, unit, calendar))),
    };
    const deals = await this.figures.at(at);
    const until = { from: null, to: rangeOf(period, calendar).from };
    const found = new Map<string, number[]>();
    for (const sum of deals.won(until).sum([byColumn('ownerId'), inPeriods])) {
      const [repId] = sum.group;
      if (repId == null) continue;
      const values = found.get(repId) ?? [];
      values.push(metric === 'wonAmount' ? sum.amount : sum.deals);
      found.set(repId, values);
    }
    return found;
  }

  private shown(metric: LeaderboardKind, value: number): number | Money {
    return metric === 'wonAmount' ? { amount: value, currency: this.settings.currency } : value;
  }
}

/** The board that tells how much of a quota is reached. */
const REACHED_BY = {
  amount: 'wonAmount',
  deals: 'wonDeals',
  activities: 'activities',
} as const satisfies Record<QuotaMeasure, LeaderboardMetric>;

type Valued = Readonly<{ repId: string; name: string; value: number }>;

const ofNamesAndQuotas = [leaderboardNames, quotaVersions];

const countByOwner = ({ group: [ownerId], deals }: GroupCount) => [ownerId, deals] as const;

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
