import { type CalendarDate, instantOf } from '#kernel/instant.js';
import { DEAL, type LandingMeasure } from '../domain/landing.js';
import type { LandingSigns } from '../domain/landing-reasons.js';
import type { PeriodSpan } from '../period-span.js';
import type { Held, LostShare, Share, WonShare } from './held-deals.js';

const DAY_MS = 86_400_000;
const RECENT_DAYS = 90;
const YEAR_DAYS = 365;
const PAST_PERIODS = 4;

/** Against a quota, in the unit of its measure. */
type Stand = Readonly<{ measure: LandingMeasure; quota: number; won: number }>;

type Sum = Readonly<{ deals: number; amount: number }>;

/** A deal that several of them share is one deal. */
const sumOf = (shares: readonly Share[]): Sum => {
  const split = new Set<string>();
  let [whole, amount] = [0, 0];
  for (const share of shares) {
    amount += share.amount;
    if (share.isSplit) split.add(share.dealId);
    else whole += 1;
  }
  return { deals: whole + split.size, amount };
};

const rateOf = (won: number, lost: number): number | null => (won + lost === 0 ? null : won / (won + lost));

/** What members did that bears on where they land, by what they have of the deals at an instant. */
export class LandingSignReader {
  constructor(
    private readonly members: readonly string[],
    private readonly held: Held,
    /** In milliseconds since 1970. */
    private readonly now: number,
  ) {}

  /** The share of the closed deals, or of their amount, that was won in the last 365 days; null: nothing was closed. */
  winRateBy(measure: LandingMeasure): number | null {
    const { won, lost } = this.closed(YEAR_DAYS, 0);
    return rateOf(won[measure], lost[measure]);
  }

  signs(period: PeriodSpan, { measure, quota, won }: Stand, activities: LandingSigns['activities']): LandingSigns {
    const [recent, before] = [this.closed(RECENT_DAYS, 0), this.closed(YEAR_DAYS, RECENT_DAYS)];
    return {
      ...{ measure, quota, won, activities },
      open: this.openIn(period, measure),
      winRate: {
        now: rateOf(recent.won.deals, recent.lost.deals),
        nowClosed: recent.won.deals + recent.lost.deals,
        before: rateOf(before.won.deals, before.lost.deals),
        beforeClosed: before.won.deals + before.lost.deals,
      },
      pushedOut: this.pushedOut(period),
      lost: sumOf(this.lostBetween(period.from, Math.min(period.to, this.now + 1))),
      newDeals: this.newDeals(period),
    };
  }

  /** Closed from so many days ago on, until before so many days ago. */
  private closed(fromDays: number, toDays: number): Readonly<{ won: Sum; lost: Sum }> {
    const [from, to] = [this.now - fromDays * DAY_MS, this.now - toDays * DAY_MS];
    return {
      won: sumOf(this.wonBetween(dateOf(from), dateOf(to + DAY_MS))),
      lost: sumOf(this.lostBetween(from, to)),
    };
  }

  private wonBetween(from: CalendarDate, to: CalendarDate): readonly WonShare[] {
    return this.held.won.filter(({ signedOn }) => from <= signedOn && signedOn < to);
  }

  private lostBetween(from: number, to: number): readonly LostShare[] {
    return this.held.lost.filter(({ closedAt }) => from <= closedAt && closedAt < to);
  }

  private openIn({ days: { from, to } }: PeriodSpan, measure: LandingMeasure): number {
    const due = this.held.open.filter(
      ({ expectedCloseOn: on, winsIn }) => winsIn !== null && on !== null && from <= on && on < to,
    );
    const { deals, amount } = sumOf(due);
    return measure === 'deals' ? deals * DEAL : amount;
  }

  /** What is expected to close after the period, and was expected in it at some time until now, as a deal of the members. */
  private pushedOut({ days: { from, to } }: PeriodSpan): Sum {
    const members = new Set<string | null>(this.members);
    const pushed = this.held.open.filter(
      ({ expectedCloseOn, everExpected }) =>
        expectedCloseOn !== null &&
        expectedCloseOn >= to &&
        everExpected.some(({ on, owners }) => from <= on && on < to && owners.some((owner) => members.has(owner))),
    );
    return sumOf(pushed);
  }

  /** By who has them now, or closed them. */
  private newDeals({ from, to }: PeriodSpan): LandingSigns['newDeals'] {
    const [length, sinceStart] = [to - from, Math.min(this.now, to) - from];
    const opened = Array.from({ length: PAST_PERIODS + 1 }, (): Share[] => []);
    const { open, won, lost } = this.held;
    for (const shares of [open, won, lost]) {
      for (const share of shares) {
        const back = Math.max(0, Math.ceil((from - share.openedAt) / length));
        const isByNow = share.openedAt - (from - back * length) <= sinceStart;
        if (isByNow && back <= PAST_PERIODS) opened[back]?.push(share);
      }
    }
    const [now = 0, ...past] = opened.map((shares) => sumOf(shares).deals);
    return { deals: now, usual: past.reduce((sum, count) => sum + count, 0) / PAST_PERIODS };
  }
}

const dateOf = (milliseconds: number): CalendarDate => instantOf(milliseconds).slice(0, 10);
