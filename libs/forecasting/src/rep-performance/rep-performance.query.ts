import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type ActivityTotal,
  activityProjections,
  activityTotals,
} from '#activities/activity-totals/activity-totals.contract.js';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures, type DealSelection, dealFigureProjections } from '#deals/deal-figures/deal-figures.contract.js';
import { notFound } from '#http/problem.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { daysOf, millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { WeightedSum } from '#kernel/weighted.js';
import { isRepKnown, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { type Attainment, attainments } from '../attainment/attainment.js';
import { attainmentOf } from '../forecast/forecast-rows.js';
import { boundsOf } from '../period-bounds.js';
import { quotaVersions } from '../quota-versions/quota-versions.projection.js';
import { quotasAt } from '../quota-versions/quotas-at.js';
import { ByWeight, stageWeightProjections, stageWeightsAt, type WeightOf } from '../stage-weights.js';
import { winRateOf } from '../win-rate.js';

export type RepPerformance = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  repId: string;
  /** Null: all time. */
  period: string | null;
  wonDeals: number;
  wonAmount: Money;
  lostDeals: number;
  /** won ÷ (won + lost); null when nothing was closed. */
  winRate: number | null;
  /** Days from opening to winning, to a tenth; null when nothing was won. */
  averageCycleDays: number | null;
  openDeals: number;
  openAmount: Money;
  weighted: Money;
  quota?: Money;
  /** Won amount ÷ quota; null when the quota is 0. */
  attainment?: number | null;
  /** Of each measure that has a quota in the period. */
  attainments?: readonly Attainment[];
  activities: Readonly<{ calls: number; emails: number; meetings: number; notes: number; tasks: number }>;
  callSeconds: number;
}>;

export class RepPerformanceQuery extends Query<RepPerformance> {
  constructor(
    readonly repId: string,
    /** Null: all time. */
    readonly period: Period | null,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** What a rep closed and did in a period, and what they have open, as it stood at any instant. */
@QueryHandler(RepPerformanceQuery)
export class RepPerformanceHandler implements IQueryHandler<RepPerformanceQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ repId, period, at }: RepPerformanceQuery): Promise<RepPerformance> {
    const { readModels, store, settings } = this;
    const readFrom = [
      ...dealFigureProjections,
      ...activityProjections,
      ...stageWeightProjections,
      ...organisationProjections,
      ...companyProjections,
      quotaVersions,
    ];
    const position = await this.readModels.reach(readFrom, at.after);
    if (!(await isRepKnown(store, repId, at.knownAt))) throw notFound(`There is no rep ${repId}`);
    const company = await companyKnownAt(readModels, settings, at.knownAt);
    const { days, instants, milliseconds } = boundsOf(period, company);
    const holder = { scope: 'rep', scopeId: repId } as const;
    const [weightOf, quotas, activities] = await Promise.all([
      stageWeightsAt(readModels, at.asOf, at.knownAt),
      period && quotasAt(readModels, settings, at, days),
      activityTotals(readModels, at, instants, repId),
    ]);
    const quota = period === null || quotas === null ? null : quotas.amount.in(period, company.calendar)(holder);
    const deals = await this.figures.at(at);
    const open = deals.open().where({ ownerId: repId });
    const wins = deals.won(days).where({ ownerId: repId });
    const won = totalOf(wins);
    const cycleMs = averageCycleOf(wins);
    const lost = totalOf(deals.lost(milliseconds).where({ ownerId: repId }));
    const { deals: openDeals, amount: openAmount } = totalOf(open);
    const reached = { ...won, activities: sumOf(activities, ({ count }) => count) };
    const attained =
      period === null || quotas === null
        ? []
        : attainments({
            ...{ period, reached, company, now: millisecondsOf(at.asOf), currency: settings.currency },
            quotaIn: (measure, each) => quotas[measure].in(each, company.calendar)(holder),
          });
    return readAnswer(at, position, {
      repId,
      period: period && formatPeriod(period),
      wonDeals: won.deals,
      wonAmount: this.money(won.amount),
      lostDeals: lost.deals,
      winRate: winRateOf(won.deals, lost.deals),
      averageCycleDays: cycleMs === null ? null : daysOf(cycleMs),
      openDeals,
      openAmount: this.money(openAmount),
      weighted: this.money(weightedOf(open, weightOf)),
      ...(quota !== null && { quota: this.money(quota), attainment: attainmentOf(won.amount, quota) }),
      ...(attained.length > 0 && { attainments: attained }),
      activities: countsOf(activities),
      callSeconds: sumOf(
        activities.filter(({ kind }) => kind === 'call'),
        ({ durationSeconds }) => durationSeconds,
      ),
    });
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

const sumOf = <T>(rows: readonly T[], of: (row: T) => number): number => rows.reduce((sum, row) => sum + of(row), 0);

const totalOf = (selected: DealSelection): Readonly<{ deals: number; amount: number }> =>
  selected.sum([])[0] ?? { deals: 0, amount: 0 };

/** From the opening of each to its closing, in milliseconds; null: there are none. */
const averageCycleOf = (closed: DealSelection): number | null => {
  let [deals, sum] = [0, 0];
  closed.each(({ openedAt, closedAt }) => {
    deals += 1;
    sum += closedAt - openedAt;
  });
  return deals === 0 ? null : sum / deals;
};

const weightedOf = (open: DealSelection, weightOf: WeightOf): number => {
  const weighted = new WeightedSum();
  const byWeight = new ByWeight(weightOf);
  for (const { group, amount } of open.sum([byWeight.grouping])) {
    weighted.add(amount, byWeight.of(group[0]).probability);
  }
  return weighted.rounded();
};

const countsOf = (totals: readonly ActivityTotal[]): RepPerformance['activities'] => {
  const count = (kind: ActivityTotal['kind']) =>
    sumOf(
      totals.filter((total) => total.kind === kind),
      (total) => total.count,
    );
  return {
    calls: count('call'),
    emails: count('email'),
    meetings: count('meeting'),
    notes: count('note'),
    tasks: count('task'),
  };
};
