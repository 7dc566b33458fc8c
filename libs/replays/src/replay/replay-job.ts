import { v5 as uuidv5 } from 'uuid';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { DAY_MS, instantOf } from '#kernel/instant.js';
import { isFaulty } from '../questions/question.js';
import { preparedReplay, type ReplaySources } from './prepare-replay.js';
import { ReplayFolder, replayIds } from './replay-folder.js';
import { isRefusal, ReplayCancelled, runReplay } from './run-replay.js';

const TYPE = 'replay';

/** A replay that nobody has touched for so long is deleted. */
const KEPT_DAYS = 30;

/** `run`: how often the replay had been resumed. */
type Payload = Readonly<{ replayId: string; run: number }>;

export const replayJobId = (replayId: string, run: number): string =>
  uuidv5(`replay ${replayId}${run === 0 ? '' : ` ${run}`}`, ANNALS_NAMESPACE);

/** Starts the replay, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueReplay = async (jobs: Jobs, replayId: string, run: number): Promise<void> => {
  const payload: Payload = { replayId, run };
  await jobs.enqueue(TYPE, payload, { id: replayJobId(replayId, run) });
  await jobs.retry(replayJobId(replayId, run));
};

/** Lets this process replay; call before the jobs start. */
export const handleReplays = (jobs: Jobs, sources: ReplaySources): void => {
  jobs.handle<Payload>(TYPE, (job) => runReplayJob(sources, job));
};

const runReplayJob = async (sources: ReplaySources, job: Job<Payload>): Promise<void> => {
  await removeOldReplays(sources.settings);
  const folder = new ReplayFolder(sources.settings, job.payload.replayId);
  const ordered = await folder.ordered();
  // Deleted before its turn came, cancelled, failed for good, or resumed as another job.
  if (ordered === null || (await folder.isCancelled()) || (await folder.failure()) !== null) return;
  if ((await folder.resumed()).times !== job.payload.run) return;
  const prepared = await preparedReplay(ordered, folder, sources);
  if (isFaulty(prepared)) {
    return folder.fail(prepared.faults.map(({ path, message }) => `${path} ${message}`).join('; '));
  }
  // Else it could miss what was written before it was ordered.
  if (ordered.request.kind === 'series' && ordered.head !== '-1') {
    await sources.readModels.reachPatiently(sources.projections, ordered.head, job.signal);
  }
  try {
    await runReplay(folder, prepared.task, {
      signal: job.signal,
      now: () => instantOf(Date.now()),
      onProgress: ({ phase, done, total }) => job.progress({ done, total, note: phase }),
      summarise: prepared.summarise,
    });
  } catch (error) {
    if (error instanceof ReplayCancelled) return;
    if (isRefusal(error)) return folder.fail(error.message);
    throw error;
  }
};

/** Deletes what was left behind long ago. */
const removeOldReplays = async (settings: Settings): Promise<void> => {
  const before = Date.now() - KEPT_DAYS * DAY_MS;
  for (const id of await replayIds(settings)) {
    const folder = new ReplayFolder(settings, id);
    if ((await folder.touchedAt()).getTime() < before) await folder.remove();
  }
};
