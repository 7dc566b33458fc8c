/** What both adapters are told. */
export type JobsOptions = Readonly<{
  /** How many jobs of each type run at a time in this process. Default 2. */
  concurrency?: number;
  /** Milliseconds between a job's first failure and its next start; doubles with each further failure. Default 1000. */
  retryDelayMs?: number;
  /** Told of troubles that no caller awaits: a lost connection, a failed write. Default: a process warning. */
  onError?: (error: Error) => void;
}>;

export const DEFAULT_CONCURRENCY = 2;
export const DEFAULT_RETRY_DELAY_MS = 1000;
export const DEFAULT_ATTEMPTS = 5;

/** A job that ran in this many crashes is failed rather than handed out once more. */
export const MAX_CRASHES = 10;
export const CRASHED_TOO_OFTEN = `The process ended ${MAX_CRASHES} times while this job was running.`;

/** How long finished jobs are remembered: what bounds "the same id again", see `EnqueueOptions.id`. */
export const KEEP_FINISHED = { seconds: 30 * 24 * 60 * 60, jobs: 10_000 } as const;

const LONGEST_RETRY_DELAY_MS = 5 * 60_000;

/** Milliseconds to wait after the n-th failure: doubling, up to five minutes. */
export const retryDelay = (failures: number, firstMs: number): number =>
  Math.min(firstMs * 2 ** (failures - 1), LONGEST_RETRY_DELAY_MS);

export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

export const warn = (error: Error): void => process.emitWarning(error);
