import type { Jobs } from '#jobs/jobs.js';
import { type HeadSources, scanAtHead } from '#projections/scan-at-head.js';
import { stateNow } from '#projections/versions.js';
import { repVersions } from '../people-directory/people-directory.projections.js';
import { type HandOverDependencies, handOverRep } from './hand-over-rep.js';

const TYPE = 'departure';

type Payload = Readonly<{ repId: string }>;

/** Starts the handover, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueHandOver = async (jobs: Jobs, repId: string, departureId: string): Promise<void> => {
  const payload: Payload = { repId };
  await jobs.enqueue(TYPE, payload, { id: departureId });
  await jobs.retry(departureId);
};

/** Lets this process hand over what departed reps owned; call before the jobs start. */
export const handleHandOvers = (jobs: Jobs, dependencies: HandOverDependencies): void => {
  jobs.handle<Payload>(TYPE, (job) => handOverRep(dependencies, job.payload.repId, job));
};

/** Enqueues the handovers that the log says are due: a process may have ended between a departure and its job. */
export const resumeHandOvers = async (jobs: Jobs, sources: HeadSources, signal: AbortSignal): Promise<void> => {
  const due = { index: 'byPresence', equals: { presence: 'handingOver' } };
  for await (const { doc } of scanAtHead(sources, repVersions, due, signal)) {
    const rep = stateNow(doc);
    if (rep?.departure) await enqueueHandOver(jobs, rep.repId, rep.departure.departureId);
  }
};
