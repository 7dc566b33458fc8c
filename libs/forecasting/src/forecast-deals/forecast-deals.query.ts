import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import {
  DealFigures,
  dealFigureProjections,
  type Grouping,
  onlyIn,
  type SpanView,
} from '#deals/deal-figures/deal-figures.contract.js';
import { largestFirst } from '#deals/deal-pages/deal-pages.contract.js';
import { daysIn } from '#http/days-in.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { ForecastCategory } from '#kernel/forecast-category.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { formatPeriod, type Period } from '#kernel/period.js';
import { organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { CursorPage, type PageAsked } from '#read-store/cursor-page.js';
import {
  type ForecastDimension,
  type ForecastFilter,
  filterGroupings,
  grouping,
  groupProjections,
} from '../forecast/forecast-groups.js';
import { stageWeightProjections, stageWeightsAt } from '../stage-weights.js';

/** The column of the forecast that a deal counts in. */
export type ForecastColumn = 'closed' | ForecastCategory;

/** What can be asked for: `weighted` has the open deals of every category. */
export type AskedColumn = ForecastColumn | 'weighted';

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

/** What a row is of; null: what belongs to no group. */
export type GroupOfRow = Readonly<{ dimension: ForecastDimension; group: string | null }>;

export class ForecastDealsQuery extends Query<ForecastDeals> {
  constructor(
    /** Null: open deals without an expected close date. */
    readonly period: Period | null,
    /** Null: of every column. */
    readonly column: AskedColumn | null,
    readonly filter: ForecastFilter,
    readonly page: PageAsked,
    readonly at: ReadAt,
    /** Only what is in these groups, as rows have them: in that of a team without those below it. */
    readonly rows: readonly GroupOfRow[] = [],
  ) {
    super();
  }
}

/** The deals behind a figure of the forecast, the largest first. */
@QueryHandler(ForecastDealsQuery)
export class ForecastDealsHandler implements IQueryHandler<ForecastDealsQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute(query: ForecastDealsQuery): Promise<ForecastDeals> {
    const { period, filter, page, at, rows } = query;
    const deals = [...dealFigureProjections, ...stageWeightProjections];
    const ofFilter = groupProjections([
      ...(Object.keys(filter) as ForecastDimension[]),
      ...rows.map(({ dimension }) => dimension),
    ]);
    const position = await this.readModels.reach(
      [...deals, ...organisationProjections, ...companyProjections, ...ofFilter],
      at.after,
    );
    const found = new CursorPage<Found, Pick<Found, 'dealId' | 'amount'>>(largestFirst, page);
    await this.visit(query, (deal, amount, counts) => {
      const { dealId } = deal;
      if (!found.wants({ dealId, amount })) return;
      const { holderId: ownerId, customerId, processId, stage } = deal;
      const closeOn = deal.status === 'Won' ? deal.signedOn : deal.expectedCloseOn;
      found.add({ dealId, ...counts, amount, closeOn, ownerId, customerId, processId, stage });
    });
    return readAnswer(at, position, {
      period: period && formatPeriod(period),
      items: found.items.map((deal) => ({
        ...deal,
        amount: { amount: deal.amount, currency: this.settings.currency },
      })),
      next: found.next,
    });
  }

  /** Visits the deals that count in the period and column, with what of them meets the filter. */
  private async visit(
    { period, column, filter, at, rows }: ForecastDealsQuery,
    visit: (deal: SpanView, amount: number, counts: Counts) => void,
  ): Promise<void> {
    const { readModels, settings } = this;
    const [weightOf, organisation] = await Promise.all([
      stageWeightsAt(readModels, at.asOf, at.knownAt),
      organisationAt(readModels, at.asOf, at.knownAt),
    ]);
    const filters = [...(await filterGroupings(filter, organisation, readModels, at))];
    for (const { dimension, group } of rows) {
      filters.push(onlyIn(await grouping(dimension, organisation, readModels, at), group));
    }
    const { calendar } = await companyKnownAt(readModels, settings, at.knownAt);
    const days = period && daysIn(calendar, period);
    const isAsked = (date: CalendarDate | null | undefined): boolean =>
      days === null ? date == null : date != null && days.from <= date && date < days.to;
    const dated = (name: 'signedOn' | 'expectedCloseOn'): Grouping => ({
      columns: [name],
      as: (date) => (isAsked(date) ? null : undefined),
    });
    const deals = await this.figures.at(at);
    if (days !== null && (column === null || column === 'closed')) {
      const counts = { column: 'closed', probability: 1 } as const;
      deals
        .won(days)
        .groups([dated('signedOn'), ...filters])
        .eachDeal((deal, amount) => visit(deal, amount, counts));
    }
    deals
      .open()
      .groups([dated('expectedCloseOn'), ...filters])
      .eachDeal((deal, amount) => {
        const { processId, stage, category } = deal;
        const weight = weightOf({ processId, stage, category });
        if (weight === null || (isCategory(column) && column !== weight.category)) return;
        visit(deal, amount, { column: weight.category, probability: weight.probability });
      });
  }
}

const isCategory = (column: AskedColumn | null): boolean => column !== null && column !== 'weighted';

type Counts = Pick<ForecastDeal, 'column' | 'probability'>;

/** `amount` in minor units of the company's currency. */
type Found = Omit<ForecastDeal, 'amount'> & Readonly<{ amount: number }>;
