import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import {
  type CompanyMoney,
  companyMoneyAt,
  companyMoneyProjections,
} from '#company/exchange-rates/company-money.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { mergedCustomerProjections, withMerged } from '#customers/customer-versions/merged-customers.contract.js';
import type { ReadAt } from '#http/read-at.js';
import type { ItemPage } from '#projections/fill-page.js';
import { mergedPage } from '#projections/merged-page.js';
import { ReadModels } from '#projections/read-models.js';
import { type Entry, type Range, READ_STORE, type ReadStore } from '#read-store/read-store.js';
import { type DealHistory, dealAt, dealHistory } from '../deal-history/deal-history.projection.js';
import { type DealView, viewOf } from '../deal-record/deal-view.js';
import type { Deal } from '../domain/deal.state.js';

export type DealFilter = Readonly<Partial<Pick<Deal, 'ownerId' | 'customerId' | 'processId' | 'stage' | 'status'>>>;

type PageAsked = Readonly<{ limit: number; cursor?: string }>;

export type DealList = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  items: readonly DealView[];
  next: string | null;
}>;

export class DealListQuery extends Query<DealList> {
  constructor(
    readonly filter: DealFilter,
    readonly at: ReadAt,
    /** False: the reader asks about now, so that the latest states may be searched by index. */
    readonly isPast: boolean,
    readonly page: PageAsked,
  ) {
    super();
  }
}

/** The deals that matched the filter at an instant, in a stable order. */
@QueryHandler(DealListQuery)
export class DealListHandler implements IQueryHandler<DealListQuery> {
  constructor(
    private readonly readModels: ReadModels,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ filter, at, isPast, page }: DealListQuery): Promise<DealList> {
    const position = await this.readModels.reach(
      [dealHistory, ...mergedCustomerProjections, ...companyMoneyProjections],
      at.after,
    );
    const money = await companyMoneyAt(this.readModels, this.settings, at);
    const { customerId, ...others } = filter;
    // The deals of customers who were merged into the one that is asked for are theirs.
    const customers = customerId === undefined ? [] : await withMerged(this.store, customerId, at);
    const filters = customers.length === 0 ? [filter] : customers.map((id) => ({ ...others, customerId: id }));
    const lists = filters.map((one) => (asked: PageAsked) => this.pageOf(one, money, at, isPast, asked));
    const { items, next } = await mergedPage(lists, (a, b) => (a.id < b.id ? -1 : 1), page);
    const { asOf, knownAt } = at;
    return { asOf, knownAt, position: String(position), items, next };
  }

  private async pageOf(
    filter: DealFilter,
    money: CompanyMoney,
    at: ReadAt,
    isPast: boolean,
    page: PageAsked,
  ): Promise<ItemPage<DealView>> {
    const collection = this.store.collection(dealHistory.documents);
    const range = isPast ? { index: 'byId' } : latestBy(filter);
    const items: DealView[] = [];
    let cursor = page.cursor;
    do {
      const limit = page.limit - items.length;
      const { entries, next } = await collection.scan(range, { limit, ...(cursor !== undefined && { cursor }) });
      items.push(...entries.flatMap((entry) => matching(entry, filter, at, money)));
      cursor = next ?? undefined;
    } while (cursor !== undefined && items.length < page.limit);
    return { items, next: cursor ?? null };
  }
}

/** The index that narrows best; what it does not cover is filtered. */
const latestBy = (filter: DealFilter): Range => {
  const { customerId, ownerId, processId } = filter;
  if (customerId !== undefined) return { index: 'byCustomer', equals: { customerId }, filter };
  if (ownerId !== undefined) return { index: 'byOwner', equals: { ownerId }, filter };
  if (processId !== undefined) return { index: 'byStage', equals: { processId }, filter };
  return { index: 'byId', filter };
};

const matching = (
  { doc }: Entry<DealHistory>,
  filter: DealFilter,
  { asOf, knownAt }: ReadAt,
  money: CompanyMoney,
): readonly DealView[] => {
  const version = dealAt(doc, asOf, knownAt);
  if (version === null) return [];
  const { deal } = version;
  const matches = Object.entries(filter).every(([field, value]) => deal[field as keyof DealFilter] === value);
  return matches ? [viewOf(version, money)] : [];
};
