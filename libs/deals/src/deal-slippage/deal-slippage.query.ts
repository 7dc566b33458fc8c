import { Inject } from '@nestjs/common';
import { type IQueryHandler, Query, QueryHandler } from '@nestjs/cqrs';
import { SETTINGS, type Settings } from '#config/settings.js';
import { readAnswer } from '#http/read-answer.js';
import type { ReadAt } from '#http/read-at.js';
import { type CalendarDate, type Instant, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { Money } from '#kernel/money.js';
import { dateIn, startOfDayIn } from '#kernel/time-zone.js';
import { ReadModels } from '#projections/read-models.js';
import { type BehindEvent, DealEvents } from '../deal-events/deal-events.js';
import { type Bounded, DealFigures, dealFigureProjections } from '../deal-figures/deal-figures.contract.js';
import { type OwnerFilter, ownersAt, pipelineScopeProjections, processAt } from '../pipeline-scope/pipeline-scope.js';
import { type SlipPage, slipPage } from './slip-page.js';
import { type SlipFigures, type Slippage, slippageByOwner, slippageOf } from './slippage.js';
import { type Slip, type SlipKind, slipsOf } from './slips.js';

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
    readonly list: (Readonly<{ kind: SlipKind }> & SlipPage) | null,
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
    const position = await this.readModels.reach([...dealFigureProjections, ...pipelineScopeProjections], at.after);
    await processAt(this.readModels, processId, at);
    const owners = await ownersAt(this.readModels, filter, at);
    const slips = await this.slips(processId, days, owners, at);
    const byOwner = slippageByOwner(slips).map(({ ownerId, ...own }) => ({ ownerId, ...this.shown(own) }));
    const answer = { processId, ...days, ...this.shown(slippageOf(slips)), owners: byOwner };
    if (list === null) return readAnswer(at, position, answer);
    const { page, next } = slipPage(
      slips.filter(({ kind }) => kind === list.kind),
      list,
    );
    const items = await Promise.all(page.map((slip) => this.shownSlip(slip)));
    return readAnswer(at, position, { ...answer, items, next });
  }

  private async slips(
    processId: string,
    days: Bounded<CalendarDate>,
    owners: readonly string[] | null,
    at: ReadAt,
  ): Promise<readonly Slip[]> {
    const { timeZone } = this.settings;
    const allowed = owners === null ? null : new Set(owners);
    const ends = new Map<CalendarDate, number>();
    const question = {
      days,
      asOf: millisecondsOf(at.asOf),
      dayOf: (milliseconds: number) => dateIn(timeZone, instantOf(milliseconds)),
      endOf: (date: CalendarDate) => {
        const end = ends.get(date) ?? millisecondsOf(startOfDayIn(timeZone, dayAfter(date)));
        ends.set(date, end);
        return end;
      },
      counts: (ownerId: string | null) => allowed === null || (ownerId !== null && allowed.has(ownerId)),
    };
    const found: Slip[] = [];
    const startOf = (date: CalendarDate | null) =>
      date === null ? null : millisecondsOf(startOfDayIn(timeZone, date));
    const began = { from: startOf(days.from), to: startOf(days.to) };
    const paths = (await this.figures.at(at)).paths({ processId, began, expected: days });
    for (const path of paths) found.push(...slipsOf(path, question));
    return found;
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

const dayAfter = (date: CalendarDate): CalendarDate => instantOf(Date.parse(date) + 86_400_000).slice(0, 10);
