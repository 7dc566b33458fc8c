import type { CommandRunner } from '#commands/command-runner.js';
import type { Jobs } from '#jobs/jobs.js';
import { isRejected } from '#kernel/outcome.js';
import { type HeadSources, scanAtHead } from '#projections/scan-at-head.js';
import { leadVersions } from '../lead-versions/lead-versions.projection.js';
import { completeConversion } from './complete-conversion.js';

const TYPE = 'convert-lead';

type Payload = Readonly<{ leadId: string; by: string }>;

/** Sees to it that the conversion is completed, whatever becomes of this process; harmless when it is already. */
export const enqueueConversion = async (jobs: Jobs, leadId: string, by: string): Promise<void> => {
  const payload: Payload = { leadId, by };
  const id = `convert-lead-${leadId}`;
  await jobs.enqueue(TYPE, payload, { id });
  await jobs.retry(id);
};

/** Lets this process complete conversions; call before the jobs start. */
export const handleConversions = (jobs: Jobs, { runner }: Readonly<{ runner: CommandRunner }>): void => {
  jobs.handle<Payload>(TYPE, async ({ payload: { leadId, by } }) => {
    const answer = await completeConversion(runner, leadId, by);
    if (isRejected(answer)) throw new Error(answer.detail);
  });
};

/** Enqueues the conversions that the log says are not complete: a process may have ended between the event and the job. */
export const resumeConversions = async (jobs: Jobs, sources: HeadSources, signal: AbortSignal): Promise<void> => {
  const begun = { index: 'byConversion', equals: { conversion: 'begun' } };
  for await (const { key } of scanAtHead(sources, leadVersions, begun, signal)) {
    await enqueueConversion(jobs, key, 'system');
  }
};
