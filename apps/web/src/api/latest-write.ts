/** The place in the log of what this page wrote last: what it reads afterwards must contain it. */
export const latestWrite: { position: string | null } = { position: null };

export const wroteAt = (position: string): void => {
  if (latestWrite.position === null || BigInt(position) > BigInt(latestWrite.position)) {
    latestWrite.position = position;
  }
};
