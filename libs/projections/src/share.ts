/** Who has which of the shards now: null for one that is free. `processes` are all that share the work. */
export type Holders = Readonly<{ owners: readonly (string | null)[]; processes: readonly string[] }>;

/**
 * How many shards a process is to have: as many as any other, one more for those that have most already, so that as few as
 * possible change hands. `together`: whoever has the first one has all.
 */
export const shareOf = (process: string, { owners, processes }: Holders, together: boolean): number => {
  const [first = null] = owners;
  if (together) return first === null || first === process ? owners.length : 0;
  const heldBy = (one: string): number => owners.filter((owner) => owner === one).length;
  const ranked = [...processes].sort((a, b) => heldBy(b) - heldBy(a));
  const rank = ranked.indexOf(process);
  if (rank < 0) return 0;
  return Math.floor(owners.length / ranked.length) + (rank < owners.length % ranked.length ? 1 : 0);
};
