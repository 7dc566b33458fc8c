import type { CalendarDate } from '#kernel/instant.js';
import type { DealPath, Stretch } from '../deal-paths/deal-path.js';

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
  /** In minor units, as it was then. */
  amount: number;
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
  /** Whether what happens while this rep owns a deal counts. */
  counts: (ownerId: string | null) => boolean;
}>;

const DAY_MS = 86_400_000;

/** Every slip, push and postponement of a deal: slips of dates in the days asked about, moves that were made in them. */
export const slipsOf = (path: DealPath, question: SlippageQuestion): readonly Slip[] => [
  ...pastDue(path, question),
  ...moves(path, question),
];

/** Stretches of a deal being open with the same expected close date. */
type Expectation = Readonly<{
  date: CalendarDate;
  from: number;
  to: number | null;
  next: Stretch | null;
  held: readonly Stretch[];
}>;

const expectationsOf = ({ stretches }: DealPath): readonly Expectation[] => {
  const found: Expectation[] = [];
  for (const [at, stretch] of stretches.entries()) {
    const { status, expectedCloseOn: date, from, to } = stretch;
    if (status !== 'Open' || date === null) continue;
    const next = stretches[at + 1] ?? null;
    const last = found.at(-1);
    if (last?.next === stretch && last.date === date) {
      found[found.length - 1] = { ...last, to, next, held: [...last.held, stretch] };
    } else {
      found.push({ date, from, to, next, held: [stretch] });
    }
  }
  return found;
};

const pastDue = (path: DealPath, { days, asOf, endOf, counts }: SlippageQuestion): readonly Slip[] =>
  expectationsOf(path).flatMap(({ date, from, to, next, held }): readonly Slip[] => {
    if (!isWithin(days, date)) return [];
    const passed = endOf(date);
    const at = Math.max(passed, from);
    const until = to ?? asOf;
    const then = held.findLast((stretch) => stretch.from <= at);
    // What was moved or closed at the very end of the day was in time, and so is what is looked at then.
    if (then === undefined || at >= until || !counts(then.ownerId)) return [];
    return [
      {
        kind: 'slipped',
        dealId: path.dealId,
        at,
        from: date,
        to: next?.status === 'Open' ? next.expectedCloseOn : null,
        days: daysBetween(passed, until),
        isOpen: to === null,
        ownerId: then.ownerId,
        amount: then.amount,
        revision: then.revision,
      },
    ];
  });

const moves = (path: DealPath, { days, dayOf, counts }: SlippageQuestion): readonly Slip[] =>
  path.stretches.flatMap((after, at): readonly Slip[] => {
    const before = path.stretches[at - 1];
    if (before?.status !== 'Open' || after.status !== 'Open' || !counts(before.ownerId)) return [];
    const [from, to] = [before.expectedCloseOn, after.expectedCloseOn];
    if (from === null || to === null || to <= from || !isWithin(days, dayOf(after.from))) return [];
    const move = {
      dealId: path.dealId,
      at: after.from,
      from,
      to,
      days: daysBetween(Date.parse(from), Date.parse(to)),
      isOpen: false,
      ownerId: before.ownerId,
      amount: before.amount,
      revision: after.revision,
    };
    const left = days.to !== null && isWithin(days, from) && to >= days.to;
    return [{ kind: 'postponed', ...move }, ...(left ? [{ kind: 'pushed' as const, ...move }] : [])];
  });

const isWithin = ({ from, to }: SlippageQuestion['days'], date: CalendarDate): boolean =>
  (from === null || from <= date) && (to === null || date < to);

const daysBetween = (from: number, to: number): number => Math.round(((to - from) / DAY_MS) * 10) / 10;
