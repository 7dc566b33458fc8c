import { DAY_MS } from '#kernel/instant.js';
import { DEAL, type LandingMeasure } from '../domain/landing.js';
import type { LandingSigns } from '../domain/landing-reasons.js';
import type { PeriodSpan } from '../period-span.js';
import { Tally } from './closed-shares.js';
import type { Held, OpenShare } from './held-deals.js';

const RECENT_DAYS = 90;
const YEAR_DAYS = 365;
const PAST_PERIODS = 4;

/** Against a quota, in the unit of its measure. */
type Stand = Readonly<{ measure: LandingMeasure; quota: number; won: number }>;

type Closed = Readonly<{ won: Tally; lost: Tally }>;

const rateOf = (won: number, lost: number): number | null => (won + lost === 0 ? null : won / (won + lost));
const numberOf = ({ won, lost }: Closed): number => won.deals + lost.deals;
const startOfUtcDay = (milliseconds: number): number => Math.floor(milliseconds / DAY_MS) * DAY_MS;

/** What members did that bears on where they land, by what they have of the deals at an instant. */
export class LandingSignReader {
  constructor(
    private readonly members: readonly string[],
    /** By member. */
    private readonly held: readonly Held[],
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
        nowClosed: numberOf(recent),
        before: rateOf(before.won.deals, before.lost.deals),
        beforeClosed: numberOf(before),
      },
      pushedOut: countOf(this.pushedOut(period)),
      lost: countOf(this.lost(period.from, Math.min(period.to, this.now + 1))),
      newDeals: this.newDeals(period),
    };
  }

  /** Closed from so many days ago on, until before so many days ago; won by the day of signing. */
  private closed(fromDays: number, toDays: number): Closed {
    const [from, to] = [this.now - fromDays * DAY_MS, this.now - toDays * DAY_MS];
    const won = new Tally();
    for (const held of this.held) held.won.tallyBetween(startOfUtcDay(from), startOfUtcDay(to + DAY_MS), won);
    return { won, lost: this.lost(from, to) };
  }

  private lost(from: number, to: number): Tally {
    const lost = new Tally();
    for (const held of this.held) held.lost.tallyBetween(from, to, lost);
    return lost;
  }

  private open(isCounted: (share: OpenShare) => boolean): Tally {
    const open = new Tally();
    for (const held of this.held) {
      for (const share of held.open) if (isCounted(share)) open.add(share.dealId, share.amount, share.isSplit);
    }
    return open;
  }

  private openIn({ days: { from, to } }: PeriodSpan, measure: LandingMeasure): number {
    const { deals, amount } = this.open(
      ({ expectedCloseOn: on, winsIn }) => winsIn !== null && on !== null && from <= on && on < to,
    );
    return measure === 'deals' ? deals * DEAL : amount;
  }

  /** What is expected to close after the period, and was expected in it at some time until now, as a deal of the members. */
  private pushedOut({ days: { from, to } }: PeriodSpan): Tally {
    const members = new Set<string | null>(this.members);
    return this.open(
      ({ expectedCloseOn, everExpected }) =>
        expectedCloseOn !== null &&
        expectedCloseOn >= to &&
        everExpected.some(({ on, owners }) => from <= on && on < to && owners.some((owner) => members.has(owner))),
    );
  }

  /** By who has them now, or closed them. */
  private newDeals({ from, to }: PeriodSpan): LandingSigns['newDeals'] {
    const [length, sinceStart] = [to - from, Math.min(this.now, to) - from];
    const opened = Array.from({ length: PAST_PERIODS + 1 }, () => new Tally());
    /** That of the period, and of so many before it, up to the same point; undefined: of none of them. */
    const openedIn = (openedAt: number): Tally | undefined => {
      const back = Math.max(0, Math.ceil((from - openedAt) / length));
      return openedAt - (from - back * length) <= sinceStart ? opened[back] : undefined;
    };
    for (const { open, won, lost } of this.held) {
      for (const { dealId, amount, isSplit, openedAt } of open) openedIn(openedAt)?.add(dealId, amount, isSplit);
      for (const closed of [won, lost]) {
        for (const [place, openedAt] of closed.openedAt.entries()) {
          const tally = openedIn(openedAt);
          if (tally !== undefined) closed.tally(place, tally);
        }
      }
    }
    const [now = 0, ...past] = opened.map(({ deals }) => deals);
    return { deals: now, usual: past.reduce((sum, count) => sum + count, 0) / PAST_PERIODS };
  }
}

const countOf = ({ deals, amount }: Tally): Readonly<{ deals: number; amount: number }> => ({ deals, amount });
