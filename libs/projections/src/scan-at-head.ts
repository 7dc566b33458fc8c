import type { EventStore } from '#event-store/event-store.js';
import type { CollectionSpec, Entry, Range, ReadStore } from '#read-store/read-store.js';
import type { AnyProjection } from './projection.js';
import type { ReadModels } from './read-models.js';
import { scanAll } from './scan-all.js';

export type HeadSources = Readonly<{ events: EventStore; reads: ReadStore; readModels: ReadModels }>;

/**
 * All entries of a range, once the read model contains the whole log as it is now: what was appended before the call is
 * not missed. For jobs: waits as long as that takes.
 * @throws what `signal` is aborted with
 */
export async function* scanAtHead<Doc extends object>(
  { events, reads, readModels }: HeadSources,
  projection: Pick<AnyProjection, 'name' | 'version'> & Readonly<{ documents: CollectionSpec<Doc> }>,
  range: Range,
  signal: AbortSignal,
): AsyncGenerator<Entry<Doc>> {
  await readModels.reachPatiently([projection], String((await events.head()) ?? 0n), signal);
  await reads.ensure([projection.documents]);
  yield* scanAll(reads.collection(projection.documents), range);
}
