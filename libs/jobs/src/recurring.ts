import { randomUUID } from 'node:crypto';
import { asError, warn } from './job-policy.js';
import type { Jobs } from './jobs.js';

/** `everyMs`: how far apart the runs begin. */
export type Recurring = Readonly<{ type: string; everyMs: number }>;

const LOOK_EVERY_MS = 60_000;

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
  jobs.handle<null>(recurring.type, async ({ signal }) => {
    await enqueueNextRun(jobs, recurring);
    await work(signal);
  });
};

/**
 * Sees to the next run now, and again and again until the jobs are closed: a run has one successor, which a queue that
 * starts anew without its data would lose. For when a worker starts.
 */
export const keepRecurring = async (jobs: Jobs, recurring: Recurring): Promise<void> => {
  await enqueueNextRun(jobs, recurring);
  const look = async (): Promise<void> => {
    try {
      await enqueueNextRun(jobs, recurring);
    } catch (error) {
      if (!jobs.closing.aborted) warn(asError(error));
    }
  };
  const timer = setInterval(look, Math.min(recurring.everyMs, LOOK_EVERY_MS));
  jobs.closing.addEventListener('abort', () => clearInterval(timer));
};

/** One run at once, beside those that recur. */
export const enqueueRunNow = async (jobs: Jobs, { type }: Recurring): Promise<void> =>
  jobs.enqueue(type, null, { id: `${type}-${randomUUID()}` });

const enqueueNextRun = async (jobs: Jobs, { type, everyMs }: Recurring): Promise<void> => {
  const now = Date.now();
  const run = Math.floor(now / everyMs) + 1;
  await jobs.enqueue(type, null, { id: `${type}-${everyMs}-${run}`, delayMs: run * everyMs - now });
};
