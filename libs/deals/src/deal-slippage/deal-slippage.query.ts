import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { companyKnownAt, companyProjections } from '#company/company-versions/company-at.contract.js';
import { SETTINGS, type Settings } from '#config/settings.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import type { Bounded } from '#kernel/bounded.js';
import { type CalendarDate, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { ReadModels } from '#projections/read-models.js';
import { CursorPage, type PageAsked } from '#read-store/cursor-page.js';
import { type BehindEvent, DealEvents } from '../deal-events/deal-events.js';
import { DealFigures, dealFigureProjections } from '../deal-figures/deal-figures.contract.js';
import { latestFirst } from '../deal-pages/deal-pages.contract.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';
import { type SlipFigures, type Slippage, slippageByOwner, slippageOf } from './slippage.js';
import type { Slip, SlipKind } from './slips.js';
import { slipsIn } from './slips-in.js';

type ShownFigures = Omit<SlipFigures, 'amount'> & Readonly<{ amount: Money }>;
type ShownSlippage = Readonly<Record<SlipKind, ShownFigures>> & Pick<Slippage, 'stillOpen'>;

/** One slip, push or postponement. `event` moved the date; of a slip, it is the last event before. */
export type ShownSlip = Readonly<{
  dealId: string;
  at: Instant;
  from: CalendarDate;
  to: CalendarDate | null;
  days: number;
  isOpen: boolean;
  ownerId: string | null;
  amount: Money;
  event: BehindEvent;
}>;

export type DealSlippage = Readonly<{
  asOf: string;
  knownAt: string;
  position: string;
  processId: string;
  from: CalendarDate | null;
  to: CalendarDate | null;
}> &
  ShownSlippage &
  Readonly<{
    owners: readonly (Readonly<{ ownerId: string | null }> & ShownSlippage)[];
    items?: readonly ShownSlip[];
    next?: string | null;
  }>;

export class DealSlippageQuery extends Query<DealSlippage> {
  constructor(
    readonly processId: string,
    readonly days: Bounded<CalendarDate>,
    readonly filter: OwnerFilter,
    readonly at: ReadAt,
    /** Which deals to list; null: none. */
    readonly list: (Readonly<{ kind: SlipKind }> & PageAsked) | null,
  ) {
    super();
  }
}

/** Which expected close dates passed or were moved, how often, how far and by whom, as it stood at any instant. */
@QueryHandler(DealSlippageQuery)
export class DealSlippageHandler implements IQueryHandler<DealSlippageQuery> {
  constructor(
    private readonly readModels: ReadModels,
    private readonly figures: DealFigures,
    private readonly events: DealEvents,
    @Inject(SETTINGS) private readonly settings: Settings,
  ) {}

  async execute({ processId, days, filter, at, list }: DealSlippageQuery): Promise<DealSlippage> {
    const readFrom = [...dealFigureProjections, ...pipelineScopeProjections, ...companyProjections];
    const position = await this.readModels.reach(readFrom, at.after);
    const { timeZone } = await companyKnownAt(this.readModels, this.settings, at.knownAt);
    await processAt(this.readModels, processId, at);
    const owners = await ownersAt(this.readModels, filter, at);
    const allowed = owners === null ? null : new Set(owners);
    const {
      filter: paths,
      look,
      found: slips,
    } = slipsIn({
      ...{ processId, days, asOf: millisecondsOf(at.asOf), timeZone },
      counts: (ownerId) => allowed === null || (ownerId !== null && allowed.has(ownerId)),
    });
    await this.figures.eachPath(at, paths, look);
    const byOwner = slippageByOwner(slips).map(({ ownerId, ...own }) => ({ ownerId, ...this.shown(own) }));
    const answer = { processId, ...days, ...this.shown(slippageOf(slips)), owners: byOwner };
    if (list === null) return readAnswer(at, position, answer);
    const page = new CursorPage<Slip, Pick<Slip, 'at' | 'revision' | 'dealId'>>(latestFirst, list);
    for (const slip of slips) if (slip.kind === list.kind) page.add(slip);
    const items = await Promise.all(page.items.map((slip) => this.shownSlip(slip)));
    return readAnswer(at, position, { ...answer, items, next: page.next });
  }

  private shown({ slipped, pushed, postponed, stillOpen }: Slippage): ShownSlippage {
    const shown = (figures: SlipFigures): ShownFigures => ({ ...figures, amount: this.money(figures.amount) });
    return { slipped: shown(slipped), pushed: shown(pushed), postponed: shown(postponed), stillOpen };
  }

  private async shownSlip({ dealId, at, from, to, days, isOpen, ownerId, amount, revision }: Slip): Promise<ShownSlip> {
    const event = await this.events.one(dealId, revision);
    const slip = { dealId, at: instantOf(at), from, to, days, isOpen, ownerId };
    return { ...slip, amount: this.money(amount), event };
  }

  private money(amount: number): Money {
    return { amount, currency: this.settings.currency };
  }
}
