import type { EventStore } from '#event-store/event-store.js';
import type { AnyCollectionSpec, ReadStore } from '#read-store/read-store.js';
import { troubledKeysOf } from './parked-keys.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { nameOfAll } from './shards.js';

/** All that a projection keeps in the read store. */
export const collectionsOf = (projection: AnyProjection): readonly AnyCollectionSpec[] => {
  const { documents, rows } = projection;
  return [documents, ...(rows ? [rows] : []), troubledKeysOf(projection)];
};

/** A log is long from so many events on. */
const LONG = 10_000n;

/**
 * The collections of projections. Those of a projection that begins with a long log before it have no indexes until all of
 * that is folded: to sort all keys at once takes a fraction of finding the place of each among the others.
 */
export class ProjectionCollections {
  private withoutIndexes: readonly AnyCollectionSpec[] = [];

  constructor(
    private readonly sources: Readonly<{ reads: ReadStore; events: Pick<EventStore, 'head'> }>,
    private readonly projections: readonly AnyProjection[],
  ) {}

  /** Makes those that are missing. */
  async ensure(): Promise<void> {
    const { reads, events } = this.sources;
    const isLong = ((await events.head()) ?? 0n) >= LONG;
    const begun = new Set((await reads.checkpoints()).map(({ projection }) => nameOfAll(projection)));
    const isToCome = (projection: AnyProjection): boolean => isLong && !begun.has(checkpointName(projection));
    this.withoutIndexes = this.projections.filter(isToCome).flatMap(collectionsOf);
    await reads.ensure(this.withoutIndexes, { indexes: 'later' });
    await reads.ensure(this.projections.filter((projection) => !isToCome(projection)).flatMap(collectionsOf));
  }

  /** To be called when all of the log is folded: makes the indexes that are missing. */
  async index(): Promise<void> {
    const missing = this.withoutIndexes;
    this.withoutIndexes = [];
    if (missing.length > 0) await this.sources.reads.ensure(missing);
  }
}
