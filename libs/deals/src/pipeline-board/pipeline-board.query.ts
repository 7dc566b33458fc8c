import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import type { ReadAt } from '#http/read-at.js';
import { Largest } from '#kernel/largest.js';
import type { Money } from '#kernel/money.js';
import { WeightedSum } from '#kernel/weighted.js';
import { ReadModels } from '#projections/read-models.js';
import { READ_STORE, type ReadStore } from '#read-store/read-store.js';
import type { Process } from '#sales-process/sales-process.contract.js';
import {
  byColumn,
  DealFigures,
  type DealFilter,
  type DealSelection,
  dealFigureProjections,
  type GroupSum,
} from '../deal-figures/deal-figures.contract.js';
import { type DealVersion, dealAt, dealHistory } from '../deal-history/deal-history.projection.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';

/** A deal on the board. */
export type BoardCard = Readonly<{
  id: string;
  revision: string;
  name: string;
  customerId: string;
  ownerId: string | null;
  amount: Money;
  /** In the company's currency. */
  companyAmount: Money;
  expectedCloseOn: string | null;
  since: string;
}>;

export type BoardStage = Readonly<{
  id: string;
  name: string;
  deals: number;
  amount: Money;
  weighted: Money;
  cards?: readonly BoardCard[];
}>;

export type Board = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  /** The first day on which there was a deal, of whatever process: there is nothing to see before. */
  firstDay: string | null;
  stages: readonly BoardStage[];
  total: Readonly<{ deals: number; amount: Money; weighted: Money }>;
}>;

export type BoardFilter = OwnerFilter & Readonly<{ cards?: number }>;

export class PipelineBoardQuery extends Query<Board> {
  constructor(
    readonly processId: string,
    readonly at: ReadAt,
    readonly filter: BoardFilter,
  ) {
    super();
  }
}

/** The open deals of a process by stage, as they stood at any instant. */
@QueryHandler(PipelineBoardQuery)
export class PipelineBoardHandler implements IQueryHandler<PipelineBoardQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, at, filter }: PipelineBoardQuery): Promise<Board> {
    const position = await this.readModels.reach([...dealFigureProjections, ...pipelineScopeProjections], at.after);
    const process = await processAt(this.readModels, processId, at);
    const owners = await ownersAt(this.readModels, filter, at);
    const dealFilter: DealFilter = { processId, ...(owners !== null && { ownerId: owners }) };
    const deals = await this.figures.at(at);
    const firstDay = deals.firstDay();
    const open = deals.open().where(dealFilter);
    const byStage = sumsByStage(open.sum([byColumn('stage'), byColumn('category')]));
    const cardsOf = filter.cards ? await this.cardsByStage(open, filter.cards, at) : null;
    const { asOf, knownAt } = at;
    const total = { deals: 0, amount: 0, weighted: new WeightedSum() };
    const stages: BoardStage[] = [];
    for (const { id, name, probability } of stagesOf(process, [...byStage.keys()])) {
      const { deals, amount, forecast } = byStage.get(id) ?? NOTHING;
      const weighted = new WeightedSum();
      weighted.add(forecast, probability);
      total.deals += deals;
      total.amount += amount;
      total.weighted.add(forecast, probability);
      const cards = cardsOf && { cards: cardsOf.get(id) ?? [] };
      stages.push({
        id,
        name,
        deals,
        amount: this.money(amount),
        weighted: this.money(weighted.rounded()),
        ...cards,
      });
    }
    return {
      asOf,
      knownAt,
      position: String(position),
      firstDay,
      stages,
      total: { deals: total.deals, amount: this.money(total.amount), weighted: this.money(total.weighted.rounded()) },
    };
  }

  /** The largest deals of each stage, largest first. */
  private async cardsByStage(
    open: DealSelection,
    limit: number,
    at: ReadAt,
  ): Promise<ReadonlyMap<string, readonly BoardCard[]>> {
    const largest = largestByStage(open, limit);
    const ids = [...largest.values()].flat().map(({ id }) => id);
    const found = await this.store.collection(dealHistory.documents).getMany(ids);
    const cardOf = ({ id, amount }: Worth): readonly BoardCard[] => {
      const entry = found.get(id);
      const version = entry && dealAt(entry.doc, at.asOf, at.knownAt);
      return version ? [this.card(version, amount)] : [];
    };
    return new Map([...largest].map(([stage, deals]) => [stage, deals.flatMap(cardOf)]));
  }

  private card({ revision, deal }: DealVersion, companyAmount: number): BoardCard {
    const { id, name, customerId, ownerId, amount, expectedCloseOn, stageSince } = deal;
    return {
      id,
      revision: String(revision),
      name,
      customerId,
      ownerId,
      amount,
      companyAmount: this.money(companyAmount),
      expectedCloseOn,
      since: stageSince,
    };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

/** `forecast` is the amount without the deals that were omitted from the forecast: they weigh nothing. */
type StageSums = Readonly<{ deals: number; amount: number; forecast: number }>;

const NOTHING: StageSums = { deals: 0, amount: 0, forecast: 0 };

const sumsByStage = (sums: readonly GroupSum[]): ReadonlyMap<string, StageSums> => {
  const byStage = new Map<string, StageSums>();
  for (const { group, deals: more, amount: sum } of sums) {
    const [stage, category] = [String(group[0]), group[1]];
    const { deals, amount, forecast } = byStage.get(stage) ?? NOTHING;
    byStage.set(stage, {
      deals: deals + more,
      amount: amount + sum,
      forecast: forecast + (category === 'omitted' ? 0 : sum),
    });
  }
  return byStage;
};

/** `amount` in minor units of the company's currency. */
type Worth = Readonly<{ id: string; amount: number }>;

/** The deals of each stage with the largest amounts, largest first; among equals the last by id, as text. */
const largestByStage = (open: DealSelection, limit: number): ReadonlyMap<string, readonly Worth[]> => {
  const found = new Map<string, Largest<Worth>>();
  open.each(({ stage, dealId: id, amount }) => {
    let largest = found.get(stage);
    if (largest === undefined) {
      largest = new Largest(limit, largestFirst);
      found.set(stage, largest);
    }
    largest.add({ id, amount });
  });
  return new Map([...found].map(([stage, { items }]) => [stage, items]));
};

const largestFirst = (a: Worth, b: Worth): number => b.amount - a.amount || (a.id < b.id ? 1 : -1);

/** The stages in their order, then those that only older deals still stand in: they weigh nothing. */
const stagesOf = (
  process: Process,
  found: readonly string[],
): readonly Readonly<{ id: string; name: string; probability: number }>[] => [
  ...process.stages,
  ...found
    .filter((id) => process.stages.every((stage) => stage.id !== id))
    .sort()
    .map((id) => ({ id, name: id, probability: 0 })),
];
