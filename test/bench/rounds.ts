/** Something that is measured: runs once and gives its figure (a second). */
export type Contender = Readonly<{ name: string; run: () => Promise<number> }>;

export type Measured = Readonly<{ name: string; median: number; runs: readonly number[] }>;

/** How long to measure. */
export type Effort = Readonly<{ rounds: number; seconds: number; deals: number }>;

/** Runs all contenders in turn, round by round, so that what disturbs the machine disturbs them alike. */
export const interleaved = async (rounds: number, contenders: readonly Contender[]): Promise<readonly Measured[]> => {
  const runs = contenders.map((): number[] => []);
  for (let round = 0; round < rounds; round += 1) {
    for (const [index, { run }] of contenders.entries()) runs[index]?.push(await run());
  }
  return contenders.map(({ name }, index) => ({ name, median: median(runs[index] ?? []), runs: runs[index] ?? [] }));
};

/** How many times as fast the one was as the other: the median of the rounds, as what disturbs the machine drifts. */
export const ratioOf = (measured: readonly Measured[], one: string, other: string): number => {
  const [above, below] = [one, other].map((wanted) => measured.find(({ name }) => name === wanted)?.runs ?? []);
  return median((above ?? []).map((run, round) => run / (below?.[round] ?? Number.NaN)));
};

export const median = (numbers: readonly number[]): number => {
  const sorted = [...numbers].sort((a, b) => a - b);
  const middle = Math.floor(sorted.length / 2);
  return sorted.length % 2 === 1 ? (sorted[middle] ?? 0) : ((sorted[middle - 1] ?? 0) + (sorted[middle] ?? 0)) / 2;
};

/** Counts what `once` does in about so many seconds; gives it per second. */
export const perSecond = async (seconds: number, once: () => Promise<number> | number): Promise<number> => {
  const began = performance.now();
  let done = 0;
  while (performance.now() - began < seconds * 1000) done += await once();
  return (done * 1000) / (performance.now() - began);
};
