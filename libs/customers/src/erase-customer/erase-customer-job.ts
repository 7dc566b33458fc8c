import { v5 as uuidv5 } from 'uuid';
import type { CommandContext } from '#commands/command-context.js';
import type { CommandRunner } from '#commands/command-runner.js';
import { ANNALS_NAMESPACE } from '#commands/idempotency-keys.js';
import type { Jobs } from '#jobs/jobs.js';
import { instantOf } from '#kernel/instant.js';
import { isRejected } from '#kernel/outcome.js';
import type { KeyRing } from '#privacy/key-ring.js';
import type { AnyProjection } from '#projections/projection.js';
import type { ReadModels } from '#projections/read-models.js';
import { type HeadSources, scanAtHead } from '#projections/scan-at-head.js';
import type { ReadStore } from '#read-store/read-store.js';
import { customerVersions } from '../customer-versions/customer-versions.projection.js';
import { completeCustomerErasure } from '../domain/complete-customer-erasure.js';
import { customerDecider } from '../domain/customer.state.js';

const TYPE = 'erase-customer';

type Payload = Readonly<{ customerId: string }>;

export type ErasureDependencies = Readonly<{
  runner: CommandRunner;
  keys: KeyRing;
  reads: ReadStore;
  readModels: ReadModels;
  /** Every read model: the erasure is done when all have forgotten. */
  projections: readonly AnyProjection[];
}>;

const jobIdOf = (customerId: string): string => `erase-customer-${customerId}`;

/** Starts the rest of an erasure, or starts it again if it has failed; harmless when it is waiting, running or done. */
export const enqueueErasure = async (jobs: Jobs, customerId: string): Promise<void> => {
  const payload: Payload = { customerId };
  await jobs.enqueue(TYPE, payload, { id: jobIdOf(customerId) });
  await jobs.retry(jobIdOf(customerId));
};

/** Lets this process bring erasures to their end; call before the jobs start. */
export const handleErasures = (jobs: Jobs, dependencies: ErasureDependencies): void => {
  jobs.handle<Payload>(TYPE, ({ payload, signal }) => completeErasure(dependencies, payload.customerId, signal));
};

/** Enqueues the erasures that the log says are under way: a process may have ended between the event and the job. */
export const resumeErasures = async (jobs: Jobs, sources: HeadSources, signal: AbortSignal): Promise<void> => {
  const begun = { index: 'byErasure', equals: { erasure: 'begun' } };
  for await (const { key } of scanAtHead(sources, customerVersions, begun, signal)) await enqueueErasure(jobs, key);
};

/** Each step is harmless when repeated: a crash anywhere ends in the erased state after the next run. */
const completeErasure = async (
  { runner, keys, reads, readModels, projections }: ErasureDependencies,
  customerId: string,
  signal: AbortSignal,
): Promise<void> => {
  await keys.destroy(customerId);
  runner.forget();
  const answer = await runner.change(customerDecider, customerId, contextOf(customerId), (customer) =>
    completeCustomerErasure({ customerId }, customer),
  );
  if (isRejected(answer)) throw new Error(`The erasure of ${customerId} cannot be completed: ${answer.detail}`);
  await readModels.reachPatiently(projections, String(answer.position), signal);
  await reads.scrub();
};

const contextOf = (customerId: string): CommandContext => {
  const commandId = uuidv5(`erasure completed ${customerId}`, ANNALS_NAMESPACE);
  return {
    commandId,
    actor: { id: 'system', role: 'admin' },
    now: instantOf(Date.now()),
    source: 'job',
    correlationId: commandId,
  };
};
