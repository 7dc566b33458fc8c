/** One of several successors in the making; `key` tells lines apart while they are edited. */
export type Share = Readonly<{ key: string; ownerId: string | null; share: number }>;

export const twoShares: readonly Share[] = [
  { key: 'first', ownerId: null, share: 1 },
  { key: 'second', ownerId: null, share: 1 },
];

export type NamedShare = Readonly<{ ownerId: string; share: number }>;

/** Who takes over how much; null while somebody is missing, named twice, or has no share. */
export const completeShares = (shares: readonly Share[]): readonly NamedShare[] | null => {
  const named = shares.flatMap(({ ownerId, share }) => (ownerId === null || share <= 0 ? [] : [{ ownerId, share }]));
  const people = new Set(named.map(({ ownerId }) => ownerId));
  return named.length === shares.length && people.size === named.length ? named : null;
};
