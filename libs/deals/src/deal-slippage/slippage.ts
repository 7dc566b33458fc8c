import { medianOf } from '#kernel/median.js';
import { type Slip, type SlipKind } from './slips.js';

/** How many deals, how often, and how far. */
export type SlipFigures = Readonly<{
  deals: number;
  times: number;
  /** Of the deals, each as it was at the last time, in minor units. */
  amount: number;
  /** How far at the median, in days to a tenth; null when there were none. */
  medianDays: number | null;
}>;

export type Slippage = Readonly<Record<SlipKind, SlipFigures>> & Readonly<{ stillOpen: number }>;

/**
 * Adds up slips, which come deal by deal. `stillOpen`: deals that are open and past their expected close date where their
 * paths end.
 */
export const slippageOf = (slips: readonly Slip[]): Slippage => {
  const tally = new SlippageTally();
  for (const slip of slips) tally.add(slip, slip.amount);
  return tally.shown();
};

/**
 * The same by who owned the deals at the time, or had shares of them: each what is theirs. By the most often slipped;
 * nobody's come under null.
 */
export const slippageByOwner = (slips: readonly Slip[]): readonly (Readonly<{ ownerId: string | null }> & Slippage)[] =>
  [...byOwner(slips)]
    .map(([ownerId, tally]) => ({ ownerId, ...tally.shown() }))
    .sort(
      (a, b) =>
        b.slipped.times - a.slipped.times ||
        b.postponed.times - a.postponed.times ||
        ((a.ownerId ?? '~') < (b.ownerId ?? '~') ? -1 : 1),
    );

const byOwner = (slips: readonly Slip[]): ReadonlyMap<string | null, SlippageTally> => {
  const found = new Map<string | null, SlippageTally>();
  for (const slip of slips) {
    for (const { ownerId, amount } of slip.credits) {
      const own = found.get(ownerId) ?? new SlippageTally();
      found.set(ownerId, own);
      own.add(slip, amount);
    }
  }
  return found;
};

class SlippageTally {
  private readonly kinds = { slipped: new Tally(), pushed: new Tally(), postponed: new Tally() };
  private stillOpen = 0;
  private lastOpen: string | null = null;

  /** @param amount what counts of the deal, in minor units */
  add(slip: Slip, amount: number): void {
    this.kinds[slip.kind].add(slip, amount);
    if (!slip.isOpen || slip.dealId === this.lastOpen) return;
    this.stillOpen += 1;
    this.lastOpen = slip.dealId;
  }

  shown(): Slippage {
    const { slipped, pushed, postponed } = this.kinds;
    return {
      slipped: slipped.shown(),
      pushed: pushed.shown(),
      postponed: postponed.shown(),
      stillOpen: this.stillOpen,
    };
  }
}

class Tally {
  private deals = 0;
  private amount = 0;
  private readonly days: number[] = [];
  /** Of the deal that came last, its latest slip, and what counts of it. */
  private latest: Slip | null = null;
  private latestAmount = 0;

  add(slip: Slip, amount: number): void {
    this.days.push(slip.days);
    if (this.latest?.dealId !== slip.dealId) this.deals += 1;
    else if (slip.at < this.latest.at) return;
    else this.amount -= this.latestAmount;
    this.amount += amount;
    this.latest = slip;
    this.latestAmount = amount;
  }

  shown(): SlipFigures {
    const { deals, amount, days } = this;
    return { deals, times: days.length, amount, medianDays: medianOf(days) };
  }
}
