import type { EventStore } from '#event-store/event-store.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ReadStore } from '#read-store/read-store.js';
import { processVersions } from './process-versions/process-versions.contract.js';

/**
 * Id of the process, when there is exactly one; else null. Counts every process that the log holds by now.
 * @throws ReadModelBehind
 */
export const soleProcess = async (
  events: EventStore,
  readModels: ReadModels,
  reads: ReadStore,
): Promise<string | null> => {
  await readModels.reach([processVersions], String((await events.head()) ?? 0n));
  const { entries } = await reads.collection(processVersions.documents).scan({ index: 'byId' }, { limit: 2 });
  return entries.length === 1 ? (entries[0]?.key ?? null) : null;
};
