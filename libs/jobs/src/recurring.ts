import type { Jobs } from './jobs.js';

/** `everyMs`: how far apart the runs begin. */
export type Recurring = Readonly<{ type: string; everyMs: number }>;

type Payload = Readonly<{ run: number }>;

/**
 * Work that is done again every so often, each time by one worker, however many there are: the n-th run since 1970 is
 * one job. It sees to the next run before it begins, so that a run that fails ends nothing. Runs that nobody was there
 * for are left out. Call before the jobs start.
 */
export const handleRecurring = (
  jobs: Jobs,
  recurring: Recurring,
  work: (signal: AbortSignal) => Promise<void>,
): void => {
  jobs.handle<Payload>(recurring.type, async ({ signal }) => {
    await enqueueNextRun(jobs, recurring);
    await work(signal);
  });
};

/** Enqueues the next run, unless it is; for when a worker starts. */
export const enqueueNextRun = async (jobs: Jobs, { type, everyMs }: Recurring): Promise<void> => {
  const now = Date.now();
  const run = Math.floor(now / everyMs) + 1;
  const payload: Payload = { run };
  await jobs.enqueue(type, payload, { id: `${type}-${everyMs}-${run}`, delayMs: run * everyMs - now });
};
