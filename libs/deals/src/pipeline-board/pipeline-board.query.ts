import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import { notFound } from '#http/problem.js';
import type { ReadAt } from '#http/read-at.js';
import type { Money } from '#kernel/money.js';
import { WeightedSum } from '#kernel/weighted.js';
import { membersOf, organisationAt, organisationProjections } from '#people/people-directory/organisation.contract.js';
import { ReadModels } from '#projections/read-models.js';
import { versionAt } from '#projections/versions.js';
import { READ_STORE, type ReadStore, type SumRow } from '#read-store/read-store.js';
import { processVersions } from '#sales-process/process-versions/process-versions.contract.js';
import type { Process } from '#sales-process/sales-process.contract.js';
import { dealHistory, dealSpans } from '../deal-history/deal-history.projection.js';
import { type SpanFilter, spansAt } from '../deal-history/spans-at.js';

/** A deal on the board. */
export type BoardCard = Readonly<{
  id: string;
  revision: string;
  name: string;
  customerId: string;
  ownerId: string | null;
  amount: Money;
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
  stages: readonly BoardStage[];
  total: Readonly<{ deals: number; amount: Money; weighted: Money }>;
}>;

export type BoardFilter = Readonly<{ ownerId?: string; teamId?: string; cards?: number }>;

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
    @Inject(READ_STORE) private readonly store: ReadStore,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, at, filter }: PipelineBoardQuery): Promise<Board> {
    const position = await this.readModels.reach([dealHistory, processVersions, ...organisationProjections], at.after);
    const entry = await this.store.collection(processVersions.documents).get(processId);
    const process = versionAt(entry?.doc, at.asOf, at.knownAt)?.state;
    if (!process) throw notFound(`There is no process ${processId} as of ${at.asOf}`);
    const spanFilter: SpanFilter = { processId, ...(await this.ownerFilter(filter, at)) };
    const sums = await this.store
      .collection(dealSpans)
      .sum(spansAt('Open', at, spanFilter), { groupBy: ['stage', 'category'], sums: ['amount'] });
    const byStage = sumsByStage(sums);
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
      const cards = filter.cards ? { cards: await this.cards(at, { ...spanFilter, stage: id }, filter.cards) } : {};
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
      stages,
      total: { deals: total.deals, amount: this.money(total.amount), weighted: this.money(total.weighted.rounded()) },
    };
  }

  private async ownerFilter({ ownerId, teamId }: BoardFilter, { asOf, knownAt }: ReadAt): Promise<SpanFilter> {
    if (teamId === undefined) return ownerId === undefined ? {} : { ownerId };
    const members = membersOf(await organisationAt(this.store, asOf, knownAt), teamId);
    return { ownerId: ownerId === undefined ? members : members.filter((member) => member === ownerId) };
  }

  private async cards(at: ReadAt, filter: SpanFilter, limit: number): Promise<readonly BoardCard[]> {
    const entries = await this.store
      .collection(dealSpans)
      .find(spansAt('Open', at, filter), { orderBy: 'amount', descending: true, limit });
    return entries.map(({ doc }) => ({
      id: doc.dealId,
      revision: String(doc.revision),
      name: doc.name,
      customerId: doc.customerId,
      ownerId: doc.ownerId,
      amount: this.money(doc.amount),
      expectedCloseOn: doc.expectedCloseOn,
      since: doc.stageSince,
    }));
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}

/** `forecast` is the amount without the deals that were omitted from the forecast: they weigh nothing. */
type StageSums = Readonly<{ deals: number; amount: number; forecast: number }>;

const NOTHING: StageSums = { deals: 0, amount: 0, forecast: 0 };

const sumsByStage = (rows: readonly SumRow[]): ReadonlyMap<string, StageSums> => {
  const byStage = new Map<string, StageSums>();
  for (const { group, count, sums } of rows) {
    const [stage, category] = [String(group[0]), group[1]];
    const { deals, amount, forecast } = byStage.get(stage) ?? NOTHING;
    const sum = sums[0] ?? 0;
    byStage.set(stage, {
      deals: deals + count,
      amount: amount + sum,
      forecast: forecast + (category === 'omitted' ? 0 : sum),
    });
  }
  return byStage;
};

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
