import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import { DealFigures } from '#deals/deal-figures/deal-figures.contract.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { ReadModels } from '#projections/read-models.js';
import { CursorPage, type PageAsked, type PageOrder } from '#read-store/cursor-page.js';
import { BASES, type Basis } from '../domain/measures.js';
import { reports } from '../domain/reports.js';
import type { ReportDefinition } from '../report/report.query.js';
import { dateOfBasis, type ReportGroup } from '../report/report-groups.js';
import { reportInstant } from '../report/report-instant.js';
import { ReportReader } from '../report/report-reader.js';

/** A deal as it counts: won, lost or created in the period, or open at its end. It may count in several ways. */
export type ReportDeal = Readonly<{
  dealId: string;
  counts: Basis;
  /** Of the deal, or of its lines and shares that count. */
  amount: Money;
  /** When it was won, lost or opened; of an open one when it is expected to close. */
  on: CalendarDate | null;
  ownerId: string | null;
  customerId: string;
}>;

export type ReportDeals = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  items: readonly ReportDeal[];
  next: string | null;
}>;

export class ReportDealsQuery extends Query<ReportDeals> {
  constructor(
    readonly definition: ReportDefinition,
    /** The group and the second one within it; null: what is in none; undefined: all. */
    readonly wanted: readonly (string | null | undefined)[],
    readonly page: PageAsked,
    readonly at: ReadAt,
  ) {
    super();
  }
}

/** The deals behind a row of a report, the largest first. */
@QueryHandler(ReportDealsQuery)
export class ReportDealsHandler implements IQueryHandler<ReportDealsQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ definition, wanted, page, at }: ReportDealsQuery): Promise<ReportDeals> {
    const { readModels, figures, settings } = this;
    const { report, period } = definition;
    const now = new ReportReader({ readModels, figures, settings }, at);
    const position = await now.reach();
    const company = await now.company();
    const reader = new ReportReader({ readModels, figures, settings }, reportInstant(report, period, company, at));
    const { bases, group: own } = reports[report];
    const group = definition.group ?? (own as ReportGroup);
    const dateOf = dateOfBasis(company.timeZone);
    const [isFirst, isSecond] = wanted.map((name) => name !== undefined);
    const asked = {
      ...{ ...definition, bases, group: isFirst ? group : ('none' as const) },
      second: isSecond ? (definition.second ?? null) : null,
    };
    const found = new CursorPage<Found, Place>(largestFirst, page);
    await reader.visit({ ...asked, wanted }, ({ basis: counts, groups }) =>
      groups.eachDeal((deal, amount) => {
        const { dealId } = deal;
        if (!found.wants({ dealId, counts, amount })) return;
        const { holderId: ownerId, customerId } = deal;
        found.add({ dealId, counts, amount, on: dateOf(deal, counts), ownerId, customerId });
      }),
    );
    return readAnswer(at, position, {
      items: found.items.map((deal) => ({ ...deal, amount: { amount: deal.amount, currency: settings.currency } })),
      next: found.next,
    });
  }
}

/** `amount` in minor units of the company's currency. */
type Found = Omit<ReportDeal, 'amount'> & Readonly<{ amount: number }>;

type Place = Pick<Found, 'dealId' | 'counts' | 'amount'>;

const largestFirst: PageOrder<Place> = {
  compare: (a, b) =>
    b.amount - a.amount ||
    BASES.indexOf(a.counts) - BASES.indexOf(b.counts) ||
    (a.dealId < b.dealId ? -1 : Number(a.dealId > b.dealId)),
  cursorOf: ({ amount, counts, dealId }) => `${amount}.${counts}.${dealId}`,
  placeOf: (cursor) => {
    const [, amount, basis, dealId] = /^(\d{1,16})\.([a-z]+)\.(.+)$/.exec(cursor) ?? [];
    const counts = BASES.find((known) => known === basis);
    if (amount === undefined || counts === undefined || dealId === undefined) return null;
    return { dealId, counts, amount: Number(amount) };
  },
};
