import type { Bounded } from '#kernel/bounded.js';
import type { CalendarDate } from '#kernel/instant.js';
import type { DealSelection, DealsAt } from '../deal-figures/deal-figures.contract.js';
import { SLIP_KINDS, type Slip, type SlipKind } from './slips.js';
import { slipsIn } from './slips-in.js';

/** How often the date of a deal slipped or was moved, and by how many days each time. */
export type SlippedDeal = Readonly<{ times: number; days: readonly number[] }>;

/** Deals as they were when it happened to them last, to be visited at once; `of` by the row that is visited. */
export type SlippedDeals = Readonly<{ deals: DealSelection; of: (row: number) => SlippedDeal | undefined }>;

type Asked = Readonly<{ days: Bounded<CalendarDate>; asOf: number; timeZone: string }>;

/**
 * The deals whose expected close date slipped, was pushed or postponed within the days, each once; `overdue`: those of them
 * that are open and past such a date as of `asOf` (milliseconds since 1970), as they are then. See `SLIP_KINDS`.
 */
export const slippedDeals = (deals: DealsAt, asked: Asked): Readonly<Record<SlipKind | 'overdue', SlippedDeals>> => {
  const { filter, look, found: slips } = slipsIn({ ...asked, processId: null, counts: () => true });
  deals.eachPath(filter, look);
  const byKind = SLIP_KINDS.map((kind) => {
    const found = atTheLast(slips, kind);
    return [kind, { deals: deals.ofRows([...found.keys()]), of: (row: number) => found.get(row) }] as const;
  });
  const overdue = new Map(
    slips
      .filter(({ isOpen }) => isOpen)
      .map(({ endRow, days }) => [endRow, { times: 1, days: [days] } satisfies SlippedDeal]),
  );
  return {
    ...(Object.fromEntries(byKind) as Record<SlipKind, SlippedDeals>),
    overdue: { deals: deals.ofRows([...overdue.keys()]), of: (row) => overdue.get(row) },
  };
};

/** By the row of each deal's last slip of the kind. Slips come deal by deal. */
const atTheLast = (slips: readonly Slip[], kind: SlipKind): ReadonlyMap<number, SlippedDeal> => {
  const found = new Map<number, SlippedDeal>();
  let last: Slip | null = null;
  let days: number[] = [];
  const close = (): void => {
    if (last !== null) found.set(last.row, { times: days.length, days });
  };
  for (const slip of slips) {
    if (slip.kind !== kind) continue;
    if (last?.dealId !== slip.dealId) {
      close();
      last = null;
      days = [];
    }
    if (last === null || slip.at >= last.at) last = slip;
    days.push(slip.days);
  }
  close();
  return found;
};
