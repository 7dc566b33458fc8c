import { medianOf } from '#kernel/median.js';
import { SLIP_KINDS, type Slip, type SlipKind } from './slips.js';

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

/** Adds up slips. `stillOpen`: deals that are open and past their expected close date where their paths end. */
export const slippageOf = (slips: readonly Slip[]): Slippage => {
  const figures = SLIP_KINDS.map((kind) => [kind, figuresOf(slips.filter((slip) => slip.kind === kind))] as const);
  return {
    ...(Object.fromEntries(figures) as Record<SlipKind, SlipFigures>),
    stillOpen: new Set(slips.filter(({ isOpen }) => isOpen).map(({ dealId }) => dealId)).size,
  };
};

/**
 * The same by who owned the deals at the time, or had shares of them: each what is theirs. By the most often slipped;
 * nobody's come under null.
 */
export const slippageByOwner = (slips: readonly Slip[]): readonly (Readonly<{ ownerId: string | null }> & Slippage)[] =>
  [...byOwner(slips)]
    .map(([ownerId, own]) => ({ ownerId, ...slippageOf(own) }))
    .sort(
      (a, b) =>
        b.slipped.times - a.slipped.times ||
        b.postponed.times - a.postponed.times ||
        ((a.ownerId ?? '~') < (b.ownerId ?? '~') ? -1 : 1),
    );

const byOwner = (slips: readonly Slip[]): ReadonlyMap<string | null, readonly Slip[]> => {
  const found = new Map<string | null, Slip[]>();
  for (const slip of slips) {
    for (const { ownerId, amount } of slip.credits) {
      const own = found.get(ownerId) ?? [];
      found.set(ownerId, own);
      own.push({ ...slip, amount });
    }
  }
  return found;
};

const figuresOf = (slips: readonly Slip[]): SlipFigures => {
  const last = new Map<string, Slip>();
  for (const slip of slips) {
    const known = last.get(slip.dealId);
    if (known === undefined || known.at <= slip.at) last.set(slip.dealId, slip);
  }
  return {
    deals: last.size,
    times: slips.length,
    amount: [...last.values()].reduce((sum, { amount }) => sum + amount, 0),
    medianDays: medianOf(slips.map(({ days }) => days)),
  };
};
