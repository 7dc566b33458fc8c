import { resumeErasures } from '#customers/erasure.contract.js';
import type { Jobs } from '#jobs/jobs.js';
import { enqueueRunNow, handleRecurring, keepRecurring, type Recurring } from '#jobs/recurring.js';
import { resumeConversions } from '#leads/lead-conversions.contract.js';
import { resumeDeliveries } from '#notifications/deliver-notification/deliver-notification-job.js';
import { resumeHandOvers } from '#people/hand-over-rep/hand-over-job.js';
import type { HandOverDependencies } from '#people/hand-over-rep/hand-over-rep.js';

const RESUMING: Recurring = { type: 'resume', everyMs: 5 * 60_000 };

const resumptions = [resumeHandOvers, resumeErasures, resumeConversions, resumeDeliveries];

/** Lets this process take up work whose job is missing or has failed; call before the jobs start. */
export const handleResumption = (jobs: Jobs, sources: HandOverDependencies): void =>
  handleRecurring(jobs, RESUMING, (signal) => resumeJobs(jobs, sources, signal));

/** At once, and every five minutes from then on; for when a worker starts. */
export const startResumption = async (jobs: Jobs): Promise<void> => {
  await keepRecurring(jobs, RESUMING);
  await enqueueRunNow(jobs, RESUMING);
};

/**
 * Enqueues the work that the log says is due: whoever appended the event may have ended before the job was there, or the
 * queue may have lost it. Each kind by itself, so that a read model that is far behind holds up none but its own.
 */
const resumeJobs = async (jobs: Jobs, sources: HandOverDependencies, signal: AbortSignal): Promise<void> => {
  const settled = await Promise.allSettled(resumptions.map((resume) => resume(jobs, sources, signal)));
  const failures = settled.flatMap((each) => (each.status === 'rejected' ? [each.reason] : []));
  if (failures.length > 0) throw new AggregateError(failures, failures.map(String).join('; '));
};
