import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  byColumn,
  DealFigures,
  dealFigureProjections,
  type Grouping,
} from '#deals/deal-figures/deal-figures.contract.js';
import { daysIn } from '#http/days-in.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { InvalidCursor } from '#read-store/read-store.js';
import {
  type ForecastDimension,
  type ForecastFilter,
  filterGroupings,
  groupProjections,
} from '../forecast/forecast-groups.js';
import { STAGE_OF_DEAL, stageOfDeal, stageWeightProjections, stageWeightsAt } from '../stage-weights.js';

/** The column of the forecast that a deal counts in. */
export type ForecastColumn = 'closed' | ForecastCategory;

export type ForecastDeal = Readonly<{
  dealId: string;
  column: ForecastColumn;
  /** Of the deal, or of its lines that meet the filter. */
  amount: Money;
  /** Of its stage; of a won deal 1. */
  probability: number;
  /** When it was signed, or is expected to close; null: no date. */
  closeOn: CalendarDate | null;
  ownerId: string | null;
  customerId: string;
  processId: string;
  stage: string;
}>;

export type ForecastDeals = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  period: string | null;
  items: readonly ForecastDeal[];
  next: string | null;
}>;

export class ForecastDealsQuery extends Query<ForecastDeals> {
  constructor(
    /** Null: open deals without an expected close date. */
    readonly period: Period | null,
    /** Null: of every column. */
    readonly column: ForecastColumn | null,
    readonly filter: ForecastFilter,
    readonly page: Readonly<{ limit?: number; cursor?: string }>,
    readonly at: ReadAt,
  ) {
    super();
  }
}

const DEFAULT_LIMIT = 50;

/** The deals behind a figure of the forecast, the largest first. */
@QueryHandler(ForecastDealsQuery)
export class ForecastDealsHandler implements IQueryHandler<ForecastDealsQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ period, column, filter, page, at }: ForecastDealsQuery): Promise<ForecastDeals> {
    const deals = [...dealFigureProjections, ...stageWeightProjections];
    const ofFilter = groupProjections(Object.keys(filter) as ForecastDimension[]);
    const position = await this.readModels.reach(
      [...deals, ...organisationProjections, ...companyProjections, ...ofFilter],
      at.after,
    );
    const found = await this.found(period, filter, at);
    const ordered = found.filter((deal) => column === null || deal.column === column).toSorted(largestFirst);
    const { limit = DEFAULT_LIMIT, cursor } = page;
    const start = cursor === undefined ? 0 : ordered.findIndex((deal) => largestFirst(deal, placeOf(cursor)) > 0);
    const rest = start === -1 ? [] : ordered.slice(start);
    const items = rest.slice(0, limit);
    const last = items.at(-1);
    const next = rest.length > limit && last ? `${last.amount.amount}.${last.dealId}` : null;
    return readAnswer(at, position, { period: period && formatPeriod(period), items, next });
  }

  private async found(period: Period | null, filter: ForecastFilter, at: ReadAt): Promise<readonly ForecastDeal[]> {
    const { readModels, settings } = this;
    const [weightOf, organisation] = await Promise.all([
      stageWeightsAt(readModels, at.asOf, at.knownAt),
      organisationAt(readModels, at.asOf, at.knownAt),
    ]);
    const filters = await filterGroupings(filter, organisation, readModels, at);
    const { calendar } = await companyKnownAt(readModels, settings, at.knownAt);
    const days = period && daysIn(calendar, period);
    const isAsked = (date: CalendarDate | null | undefined): boolean =>
      days === null ? date == null : date != null && days.from <= date && date < days.to;
    const dated = (name: 'signedOn' | 'expectedCloseOn'): Grouping => ({
      columns: [name],
      as: (date) => (isAsked(date) ? (date ?? null) : undefined),
    });
    const about = [byColumn('dealId'), byColumn('holderId'), byColumn('customerId'), ...STAGE_OF_DEAL];
    const amount = ({ amount }: { amount: number }): number => amount;
    const deals = await this.figures.at(at);
    const shown = (
      [closeOn = null, dealId, ownerId = null, customerId, ...stage]: readonly (string | null)[],
      sum: number,
      counts: Pick<ForecastDeal, 'column' | 'probability'>,
    ): ForecastDeal => ({
      ...{ dealId: String(dealId), ...counts, amount: { amount: sum, currency: settings.currency } },
      ...{ closeOn, ownerId, customerId: String(customerId) },
      ...{ processId: stageOfDeal(stage).processId, stage: stageOfDeal(stage).stage },
    });
    const won = days === null ? [] : deals.won(days).sum([dated('signedOn'), ...about, ...filters], { amount });
    const open = deals.open().sum([dated('expectedCloseOn'), ...about, ...filters], { amount });
    return [
      ...won.map(({ group, amount: sum }) => shown(group, sum, { column: 'closed', probability: 1 })),
      ...open.flatMap(({ group, amount: sum }) => {
        const weight = weightOf(stageOfDeal(group.slice(4)));
        if (weight === null) return [];
        return [shown(group, sum, { column: weight.category, probability: weight.probability })];
      }),
    ];
  }
}

type Place = Readonly<{ dealId: string; amount: Pick<Money, 'amount'> }>;

const largestFirst = (a: Place, b: Place): number =>
  b.amount.amount - a.amount.amount || (a.dealId < b.dealId ? -1 : Number(a.dealId > b.dealId));

const placeOf = (cursor: string): Place => {
  const match = /^(\d{1,16})\.(.+)$/.exec(cursor);
  if (!match) throw new InvalidCursor('An amount and the id of a deal are expected');
  return { dealId: match[2] ?? '', amount: { amount: Number(match[1]) } };
};
