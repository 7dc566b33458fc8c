import { v5 as uuidv5 } from 'uuid';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Jobs } from '#jobs/jobs.js';
import { scanAtHead } from '#projections/scan-at-head.js';
import { stateNow } from '#projections/versions.js';
import { type Presence, repVersions } from '../people-directory/people-directory.projections.js';
import { type HandOverDependencies, handOverRep, leftWith } from './hand-over-rep.js';

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

/**
 * Enqueues the handovers that the log says are due: a process may have ended between a departure and its job. And those of
 * records that have reached somebody after their handover was complete: decided while they were here, appended later.
 */
export const resumeHandOvers = async (
  jobs: Jobs,
  sources: HandOverDependencies,
  signal: AbortSignal,
): Promise<void> => {
  const { events, readModels, heritages } = sources;
  const reps = (presence: Presence) =>
    scanAtHead(sources, repVersions, { index: 'byPresence', equals: { presence } }, signal);
  for await (const { doc } of reps('handingOver')) {
    const rep = stateNow(doc);
    if (rep?.departure) await enqueueHandOver(jobs, rep.repId, rep.departure.departureId);
  }
  const head = String((await events.head()) ?? 0n);
  await readModels.reachPatiently(
    heritages.map(({ owners }) => owners),
    head,
    signal,
  );
  for await (const { doc } of reps('departed')) {
    const rep = stateNow(doc);
    // Without successors the handover is told by an import.
    if (!rep?.departure || rep.departure.successors.length === 0) continue;
    const late = await leftWith(sources, rep.repId);
    if (late.length > 0) await enqueueLateHandOver(jobs, rep.repId, late);
  }
};

/** Under an id of these records, so that looking again while they wait enqueues nothing. */
const enqueueLateHandOver = async (jobs: Jobs, repId: string, late: readonly string[]): Promise<void> => {
  const payload: Payload = { repId };
  const id = uuidv5(`late handover ${repId} ${late.toSorted().join(' ')}`, ANNALS_NAMESPACE);
  await jobs.enqueue(TYPE, payload, { id });
  await jobs.retry(id);
};
