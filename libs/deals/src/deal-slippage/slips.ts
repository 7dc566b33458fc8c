import { isWithin } from '#kernel/bounded.js';
import { type CalendarDate, daysOf } from '#kernel/instant.js';
import { dateOfDay, NO_DAY } from '../deal-figures/day-numbers.js';
import { amountOf, type Credit } from '../deal-figures/span-view.js';
import type { DealPath } from '../deal-paths/deal-path.js';

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

/** From `from` on, before `to`; infinite: no bound. */
type Bounds = Readonly<{ from: number; to: number }>;

export type SlippageQuestion = Readonly<{
  /** Days since 1970-01-01. */
  days: Bounds;
  /** The time that they take by the company's calendar, in milliseconds since 1970. */
  time: Bounds;
  /** Where the paths end, in milliseconds since 1970. */
  asOf: number;
  /** When that day is over, by the company's calendar, in milliseconds since 1970. */
  endOf: (day: number) => number;
  /** Whether what happens while this rep owns a deal, or has a share of it, counts. */
  counts: (ownerId: string | null) => boolean;
}>;

/** Every slip, push and postponement of a deal: slips of dates in the days asked about, moves that were made in them. */
export const slipsOf = (path: DealPath, question: SlippageQuestion): readonly Slip[] => {
  const slips: Slip[] = [];
  addPastDue(slips, path, question);
  addMoves(slips, path, question);
  return slips;
};

const addPastDue = (slips: Slip[], path: DealPath, { days, asOf, endOf, counts }: SlippageQuestion): void => {
  for (let first = 0, end = 0; first < path.length; first = end) {
    end = endOfExpectation(path, first);
    const date = path.expectedCloseOn(first);
    if (date === NO_DAY || !isWithin(days, date) || path.status(first) !== 'Open') continue;
    const passed = endOf(date);
    const at = Math.max(passed, path.from(first));
    const until = path.to(end - 1) ?? asOf;
    // What was moved or closed at the very end of the day was in time, and so is what is looked at then.
    if (at >= until) continue;
    let then = end - 1;
    while (path.from(then) > at) then -= 1;
    const credits = path.creditsAt(then, counts);
    if (credits.length === 0) continue;
    const isLast = end === path.length;
    const { dealId, ownerId, row, revision } = path.at(then);
    slips.push({
      kind: 'slipped',
      dealId,
      at,
      from: dateOfDay(date) as CalendarDate,
      to: !isLast && path.status(end) === 'Open' ? dateOfDay(path.expectedCloseOn(end)) : null,
      days: daysOf(until - passed),
      isOpen: isLast,
      ownerId,
      amount: amountOf(credits),
      credits,
      row,
      endRow: path.row(path.length - 1),
      revision,
    });
  }
};

/** The first place behind at which the deal is not open, or is expected on another date. */
const endOfExpectation = (path: DealPath, first: number): number => {
  const [status, date] = [path.status(first), path.expectedCloseOn(first)];
  let end = first + 1;
  while (end < path.length && path.expectedCloseOn(end) === date && path.status(end) === status) end += 1;
  return end;
};

const addMoves = (slips: Slip[], path: DealPath, { days, time, counts }: SlippageQuestion): void => {
  for (let place = 1; place < path.length; place += 1) {
    const [from, to] = [path.expectedCloseOn(place - 1), path.expectedCloseOn(place)];
    if (from === NO_DAY || to === NO_DAY || to <= from || !isWithin(time, path.from(place))) continue;
    if (path.status(place - 1) !== 'Open' || path.status(place) !== 'Open') continue;
    const credits = path.creditsAt(place - 1, counts);
    if (credits.length === 0) continue;
    const { dealId, ownerId, row } = path.at(place - 1);
    const postponed: Slip = {
      kind: 'postponed',
      dealId,
      at: path.from(place),
      from: dateOfDay(from) as CalendarDate,
      to: dateOfDay(to),
      days: to - from,
      isOpen: false,
      ownerId,
      amount: amountOf(credits),
      credits,
      row,
      endRow: path.row(path.length - 1),
      revision: path.at(place).revision,
    };
    slips.push(postponed);
    if (isWithin(days, from) && to >= days.to) slips.push({ ...postponed, kind: 'pushed' });
  }
};
