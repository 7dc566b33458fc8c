import type { Job } from '#jobs/jobs.js';
import type { OnProgress } from './progress.js';

/** Progress is told at most so often. */
const TELL_EVERY_MS = 500;

/** Tells how far a job is, now and then, and stops it (by throwing) when the process shuts down. */
export const teller = (job: Pick<Job<unknown>, 'signal' | 'progress'>): OnProgress => {
  let toldAt = 0;
  return ({ done, total, phase }) => {
    job.signal.throwIfAborted();
    if (Date.now() - toldAt < TELL_EVERY_MS) return;
    toldAt = Date.now();
    // Nobody waits for a number on a screen; whatever is wrong with the queue shows when the job ends.
    job.progress({ done, total, note: phase }).catch(() => undefined);
  };
};
