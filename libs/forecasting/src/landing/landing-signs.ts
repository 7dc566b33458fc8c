import { activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import {
  byColumn,
  type DealFigures,
  type DealSelection,
  type DealsAt,
} from '#deals/deal-figures/deal-figures.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { type CalendarDate, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { DateRange } from '#kernel/period.js';
import type { ReadModels } from '#projections/read-models.js';
import { DEAL, type LandingMeasure } from '../domain/landing.js';
import type { LandingSigns } from '../domain/landing-reasons.js';
import type { PeriodSpan } from '../period-span.js';

const DAY_MS = 86_400_000;
const RECENT_DAYS = 90;
const YEAR_DAYS = 365;
const ACTIVITY_DAYS = 30;
const PAST_PERIODS = 4;
const EVER = { from: null, to: null };

/** Against a quota, in the unit of its measure. */
type Stand = Readonly<{ measure: LandingMeasure; quota: number; won: number }>;

type Sum = Readonly<{ deals: number; amount: number }>;

const sumOf = (selected: DealSelection): Sum => {
  const [sum] = selected.sum([]);
  return { deals: sum?.deals ?? 0, amount: sum?.amount ?? 0 };
};
const rateOf = (won: number, lost: number): number | null => (won + lost === 0 ? null : won / (won + lost));

/** What members did that bears on where they land, read from the deals and activities as of an instant. */
export class LandingSignReader {
  private readonly now: number;

  constructor(
    private readonly figures: DealFigures,
    private readonly readModels: ReadModels,
    private readonly members: readonly string[],
    private readonly at: ReadAt,
  ) {
    this.now = millisecondsOf(at.asOf);
  }

  /** The share of the closed deals, or of their amount, that was won in the last 365 days; null: nothing was closed. */
  async winRateBy(measure: LandingMeasure): Promise<number | null> {
    const { won, lost } = this.closed(await this.figures.at(this.at), YEAR_DAYS, 0);
    return rateOf(won[measure], lost[measure]);
  }

  async signs(period: PeriodSpan, { measure, quota, won }: Stand): Promise<LandingSigns> {
    const everDue = await this.everDue(period.days);
    const activities = await this.activities();
    const deals = await this.figures.at(this.at);
    const [recent, before] = [this.closed(deals, RECENT_DAYS, 0), this.closed(deals, YEAR_DAYS, RECENT_DAYS)];
    return {
      ...{ measure, quota, won, activities },
      open: this.openIn(deals, period.days, measure),
      winRate: {
        now: rateOf(recent.won.deals, recent.lost.deals),
        nowClosed: recent.won.deals + recent.lost.deals,
        before: rateOf(before.won.deals, before.lost.deals),
        beforeClosed: before.won.deals + before.lost.deals,
      },
      pushedOut: this.pushedOut(deals, everDue, period.days.to),
      lost: sumOf(this.ofMembers(deals.lost({ from: period.from, to: Math.min(period.to, this.now + 1) }))),
      newDeals: this.newDeals(deals, period),
    };
  }

  private ofMembers(selected: DealSelection): DealSelection {
    return selected.where({ ownerId: this.members });
  }

  /** Closed from so many days ago on, until before so many days ago. */
  private closed(deals: DealsAt, fromDays: number, toDays: number): Readonly<{ won: Sum; lost: Sum }> {
    const [from, to] = [this.now - fromDays * DAY_MS, this.now - toDays * DAY_MS];
    return {
      won: sumOf(this.ofMembers(deals.won({ from: dateOf(from), to: dateOf(to + DAY_MS) }))),
      lost: sumOf(this.ofMembers(deals.lost({ from, to }))),
    };
  }

  private openIn(deals: DealsAt, { from, to }: DateRange, measure: LandingMeasure): number {
    const due = (date: string | null | undefined) => (date != null && from <= date && date < to ? date : undefined);
    const counts = (category: string | null | undefined) => (category === 'omitted' ? undefined : null);
    const groupings = [
      { columns: ['expectedCloseOn'], as: due },
      { columns: ['category'], as: counts },
    ] as const;
    return this.ofMembers(deals.open())
      .sum(groupings)
      .reduce((sum, group) => sum + (measure === 'deals' ? group.deals * DEAL : group.amount), 0);
  }

  /** The deals of the members that were expected to close in the period at some time until now. */
  private async everDue(days: DateRange): Promise<ReadonlySet<string>> {
    const [knownAt, found] = [millisecondsOf(this.at.knownAt), new Set<string>()];
    this.ofMembers(await this.figures.closing(days, this.at)).each(
      ({ status, validFrom, knownFrom, knownTo, dealId }) => {
        if (status === 'Open' && validFrom <= this.now && knownFrom <= knownAt && knownAt < knownTo) found.add(dealId);
      },
    );
    return found;
  }

  private pushedOut(deals: DealsAt, everDue: ReadonlySet<string>, end: CalendarDate): Sum {
    const later = (date: string | null | undefined) => (date != null && date >= end ? null : undefined);
    const open = this.ofMembers(deals.open()).sum([byColumn('dealId'), { columns: ['expectedCloseOn'], as: later }]);
    const pushed = open.filter(({ group: [dealId] }) => everDue.has(dealId ?? ''));
    return { deals: pushed.length, amount: pushed.reduce((sum, deal) => sum + deal.amount, 0) };
  }

  /** By who has them now, or closed them. */
  private newDeals(deals: DealsAt, { from, to }: PeriodSpan): LandingSigns['newDeals'] {
    const [length, sinceStart] = [to - from, Math.min(this.now, to) - from];
    const counts = Array<number>(PAST_PERIODS + 1).fill(0);
    for (const all of [deals.open(), deals.won(EVER), deals.lost(EVER)]) {
      this.ofMembers(all).each(({ openedAt }) => {
        const back = Math.max(0, Math.ceil((from - openedAt) / length));
        const isByNow = openedAt - (from - back * length) <= sinceStart;
        if (isByNow && back <= PAST_PERIODS) counts[back] = (counts[back] ?? 0) + 1;
      });
    }
    const [now = 0, ...past] = counts;
    return { deals: now, usual: past.reduce((sum, count) => sum + count, 0) / PAST_PERIODS };
  }

  private async activities(): Promise<LandingSigns['activities']> {
    const between = async (fromDays: number, toDays: number): Promise<number> => {
      const [from, to] = [fromDays, toDays].map((days) => instantOf(this.now - days * DAY_MS)) as [string, string];
      const totals = await activityTotals(this.readModels, this.at, { from, to });
      const ofMembers = new Set(this.members);
      return totals.reduce((sum, { repId, count }) => sum + (ofMembers.has(repId) ? count : 0), 0);
    };
    const [count, before] = await Promise.all([between(ACTIVITY_DAYS, 0), between(4 * ACTIVITY_DAYS, ACTIVITY_DAYS)]);
    return { count, usual: before / 3 };
  }
}

const dateOf = (milliseconds: number): CalendarDate => instantOf(milliseconds).slice(0, 10);
