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
