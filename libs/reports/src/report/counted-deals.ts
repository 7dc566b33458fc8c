import type { DealSelection, DealsAt, Grouping, SpanView } from '#deals/deal-figures/deal-figures.contract.js';
import { slippedDeals } from '#deals/deal-slippage/slipped-deals.contract.js';
import { type Bounded, isWithin } from '#kernel/bounded.js';
import { type CalendarDate, DAY_MS } from '#kernel/instant.js';
import type { Basis } from '../domain/measures.js';

/** What a deal counts for. */
export type Counted = Readonly<{ days: readonly number[]; times: number }>;

/** Some deals of a basis but for those that `without` leaves out; `of`: as of when they are looked at. */
type CountedDeals = Readonly<{
  basis: Basis;
  of: DealsAt;
  deals: DealSelection;
  without: readonly Grouping[];
  count: (deal: SpanView) => Counted;
}>;

type From = Readonly<{
  /** As of the end of the period, or `asOf` when that is earlier. */
  atEnd: DealsAt;
  /** As of `asOf`, in milliseconds since 1970. */
  atNow: DealsAt;
  now: number;
  bounds: Readonly<{ days: Bounded<CalendarDate>; milliseconds: Bounded<number> }>;
  timeZone: string;
}>;

/** What each basis of a report is made of, a deal at most once in each. */
export const countedDeals = (bases: readonly Basis[], from: From): readonly CountedDeals[] => {
  const { atEnd, atNow, now, timeZone } = from;
  const { days, milliseconds } = from.bounds;
  /** From the opening until the deal was closed, or now. */
  const lasted = ({ status, closedAt, openedAt }: SpanView): Counted => ({
    times: 1,
    days: [((status === 'Open' ? now : closedAt) - openedAt) / DAY_MS],
  });
  const asked = { days, asOf: now, timeZone };
  const moved = bases.includes('slipped') ? slippedDeals(atNow, asked) : null;
  const dealsOf = (basis: Basis): readonly CountedDeals[] => {
    switch (basis) {
      case 'won':
        return [{ basis, of: atNow, deals: atNow.won(days), without: [], count: lasted }];
      case 'lost':
        return [{ basis, of: atNow, deals: atNow.lost(milliseconds), without: [], count: lasted }];
      case 'created':
        return [{ basis, of: atNow, deals: atNow.opened(milliseconds), without: [], count: lasted }];
      case 'open':
        return [{ basis, of: atEnd, deals: atEnd.open(), without: [], count: lasted }];
      case 'due':
        return [{ basis, of: atEnd, deals: atEnd.open(), without: [notDue(days)], count: lasted }];
      case 'slipped':
      case 'pushed':
      case 'postponed':
      case 'overdue': {
        if (moved === null) return [];
        const { deals, of } = moved[basis];
        return [{ basis, of: atNow, deals, without: [], count: ({ row }) => of(row) as Counted }];
      }
    }
  };
  return bases.flatMap(dealsOf);
};

/** As the forecast has it: omitted deals are in none. */
const notDue = (days: Bounded<CalendarDate>): Grouping => ({
  columns: ['category', 'expectedCloseOn'],
  as: (category, date) => {
    const isInPeriod = date == null ? days.from === null && days.to === null : isWithin(days, date);
    return category !== 'omitted' && isInPeriod ? null : undefined;
  },
});
