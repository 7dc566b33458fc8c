import { allocate } from '#kernel/money.js';
import type { CreditShare } from './deal.events.js';

/** The split after the deal went from one owner to another: with it goes the share of the one, if they had any. */
export const handedOver = (
  split: readonly CreditShare[] | null,
  from: string | null,
  to: string | null,
): readonly CreditShare[] | null => {
  const given = split?.find(({ repId }) => repId === from);
  if (split === null || given === undefined || to === null) return split;
  if (split.every(({ repId }) => repId !== to)) {
    return split.map((share) => (share === given ? { ...share, repId: to } : share));
  }
  return split
    .filter((share) => share !== given)
    .map((share) => (share.repId === to ? { ...share, basisPoints: share.basisPoints + given.basisPoints } : share));
};

/**
 * What each share has of each line. The shares of a line add up to it, and what a share has of all lines is what it has of
 * the deal as a whole: each line is shared by what is left of that.
 * @param lines amounts in minor units
 * @param basisPoints of the shares
 * @returns by line, then by share
 */
export const linesShared = (
  lines: readonly number[],
  basisPoints: readonly number[],
): readonly (readonly number[])[] => {
  let left = allocate(
    lines.reduce((sum, amount) => sum + amount, 0),
    basisPoints,
  );
  return lines.map((amount) => {
    const parts = allocate(amount, left);
    left = left.map((rest, share) => rest - (parts[share] ?? 0));
    return parts;
  });
};
