import type { CalendarDate } from '#kernel/instant.js';
import type { Credit } from '../deal-figures/span-view.js';
import { creditsOf, type DealPath, type Stretch } from '../deal-paths/deal-path.js';

/**
 * Something that happened to the expected close date of an open deal.
 * - `slipped`: the date passed and the deal was still open, or the date was set into the past.
 * - `postponed`: the date was moved to a later one.
 * - `pushed`: it was moved out of the time asked about, beyond its end. Every push is a postponement too.
 */
export const SLIP_KINDS = ['slipped', 'pushed', 'postponed'] as const;
export type SlipKind = (typeof SLIP_KINDS)[number];

export type Slip = Readonly<{
  kind: SlipKind;
  dealId: string;
  /** Milliseconds since 1970: when the day after the date began, or when the date was moved. */
  at: number;
  /** The expected close date that passed or was moved. */
  from: CalendarDate;
  /** Where it was moved to; of a slip, where it was moved to afterwards, null when it was not. */
  to: CalendarDate | null;
  /** By how far, in days: of a slip from the end of the day until the date was moved, the deal closed, or the path ends. */
  days: number;
  /** Of a slip: whether the deal is still open and past that date where the path ends. */
  isOpen: boolean;
  ownerId: string | null;
  /** In minor units, as it was then: what those have of it who count. */
  amount: number;
  credits: readonly Credit[];
  /** Of the table of spans: the deal as it was then, and as it is where the path ends. */
  row: number;
  endRow: number;
  /** Of the event that moved the date; of a slip, of the last event before. */
  revision: number;
}>;

export type SlippageQuestion = Readonly<{
  /** Days from `from` on, before `to`; null: no bound. */
  days: Readonly<{ from: CalendarDate | null; to: CalendarDate | null }>;
  /** Where the paths end, in milliseconds since 1970. */
  asOf: number;
  /** The day that the company's calendar shows. */
  dayOf: (milliseconds: number) => CalendarDate;
  /** When that day is over, by the company's calendar, in milliseconds since 1970. */
  endOf: (date: CalendarDate) => number;
  /** Whether what happens while this rep owns a deal, or has a share of it, counts. */
  counts: (ownerId: string | null) => boolean;
}>;

const DAY_MS = 86_400_000;

/** Every slip, push and postponement of a deal: slips of dates in the days asked about, moves that were made in them. */
export const slipsOf = (path: DealPath, question: SlippageQuestion): readonly Slip[] => [
  ...pastDue(path, question),
  ...moves(path, question),
];

const pastDue = ({ dealId, stretches }: DealPath, question: SlippageQuestion): readonly Slip[] => {
  const { days, asOf, endOf, counts } = question;
  const slips: Slip[] = [];
  for (let first = 0, end = 0; first < stretches.length; first = end) {
    end = endOfExpectation(stretches, first);
    const { status, expectedCloseOn: date, from } = stretches[first] as Stretch;
    if (status !== 'Open' || date === null || !isWithin(days, date)) continue;
    const passed = endOf(date);
    const at = Math.max(passed, from);
    const until = stretches[end - 1]?.to ?? asOf;
    // What was moved or closed at the very end of the day was in time, and so is what is looked at then.
    if (at >= until) continue;
    const then = stretches.slice(first, end).findLast((stretch) => stretch.from <= at);
    const credited = then && creditedTo(then, stretches, counts);
    if (!credited) continue;
    const next = stretches[end];
    slips.push({
      kind: 'slipped',
      dealId,
      at,
      from: date,
      to: next?.status === 'Open' ? next.expectedCloseOn : null,
      days: daysBetween(passed, until),
      isOpen: next === undefined,
      ...credited,
      revision: then.revision,
    });
  }
  return slips;
};

/** Place of the first stretch behind in which the deal is not open, or is expected on another date. */
const endOfExpectation = (stretches: readonly Stretch[], first: number): number => {
  const { status, expectedCloseOn } = stretches[first] as Stretch;
  let end = first + 1;
  for (; end < stretches.length; end += 1) {
    const stretch = stretches[end] as Stretch;
    if (stretch.status !== status || stretch.expectedCloseOn !== expectedCloseOn) break;
  }
  return end;
};

const moves = (path: DealPath, { days, dayOf, counts }: SlippageQuestion): readonly Slip[] =>
  path.stretches.flatMap((after, at): readonly Slip[] => {
    const before = path.stretches[at - 1];
    if (before?.status !== 'Open' || after.status !== 'Open') return [];
    const credited = creditedTo(before, path.stretches, counts);
    const [from, to] = [before.expectedCloseOn, after.expectedCloseOn];
    if (credited === null || from === null || to === null || to <= from || !isWithin(days, dayOf(after.from)))
      return [];
    const move = {
      dealId: path.dealId,
      at: after.from,
      from,
      to,
      days: daysBetween(Date.parse(from), Date.parse(to)),
      isOpen: false,
      ...credited,
      revision: after.revision,
    };
    const left = days.to !== null && isWithin(days, from) && to >= days.to;
    return [{ kind: 'postponed', ...move }, ...(left ? [{ kind: 'pushed' as const, ...move }] : [])];
  });

/** Whose it was, as far as they count; null: it was nobody's who does. */
const creditedTo = (
  stretch: Stretch,
  all: readonly Stretch[],
  counts: SlippageQuestion['counts'],
): Pick<Slip, 'ownerId' | 'amount' | 'credits' | 'row' | 'endRow'> | null => {
  const credits = creditsOf(stretch).filter(({ ownerId }) => counts(ownerId));
  if (credits.length === 0) return null;
  const amount = credits.reduce((sum, credit) => sum + credit.amount, 0);
  return { ownerId: stretch.ownerId, amount, credits, row: stretch.row, endRow: all.at(-1)?.row ?? stretch.row };
};

const isWithin = ({ from, to }: SlippageQuestion['days'], date: CalendarDate): boolean =>
  (from === null || from <= date) && (to === null || date < to);

const daysBetween = (from: number, to: number): number => Math.round(((to - from) / DAY_MS) * 10) / 10;
