import { jobHandlers, startRecurringJobs } from '#composition/job-handlers.js';
import type { Platform } from '#composition/platform.js';

/** Hands out background jobs, those left over from before a crash among them, until the platform is closed. */
export const startWorker = async (platform: Platform): Promise<void> => {
  for (const register of jobHandlers) register(platform);
  await platform.jobs.start();
  await startRecurringJobs(platform);
};
