import { v5 as uuidv5 } from 'uuid';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Settings } from '#config/settings.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Job, Jobs } from '#jobs/jobs.js';
import { instantOf } from '#kernel/instant.js';
import { DEMO_DEFAULTS } from '../demo-arguments.js';
import { type DemoRequest, makeDemo } from '../make-demo.js';

const TYPE = 'demo';

export type DemoJobDependencies = Readonly<{ events: EventStore; runner: CommandRunner; settings: Settings }>;

/** A log holds one demo at most. */
export const DEMO_JOB_ID = uuidv5('demo', ANNALS_NAMESPACE);

/** The demo that is made without a choice; one that was interrupted goes on with its own last day. */
export const standardDemo = ({ currency }: Settings): DemoRequest => ({ ...DEMO_DEFAULTS, until: null, currency });

/** Starts the demo, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueDemo = async (jobs: Jobs): Promise<void> => {
  await jobs.enqueue(TYPE, {}, { id: DEMO_JOB_ID });
  await jobs.retry(DEMO_JOB_ID);
};

/** Lets this process make the demo; call before the jobs start. */
export const handleDemo = (jobs: Jobs, dependencies: DemoJobDependencies): void => {
  jobs.handle<unknown>(TYPE, (job) => runDemoJob(dependencies, job));
};

/** So many deals at least between two tellings of progress. */
const TELL_EVERY = 25;

/** Killed in the middle it is run again: what was made is recognised, and the rest goes on. */
const runDemoJob = async ({ events, runner, settings }: DemoJobDependencies, job: Job<unknown>): Promise<void> => {
  const request = standardDemo(settings);
  const { timeZone, fiscalYearStart } = settings;
  const stores = { events, runner, now: () => instantOf(Date.now()), timeZone, fiscalYearStart };
  let telling = Promise.resolve();
  await makeDemo(request, stores, (done) => {
    job.signal.throwIfAborted();
    if (done % TELL_EVERY !== 0 && done !== request.deals) return;
    telling = telling.then(() => job.progress({ done, total: request.deals }));
  });
  await telling;
};
