import type { EventStore } from '#event-store/event-store.js';
import type { AnyCollectionSpec, ReadStore } from '#read-store/read-store.js';
import { checkpointAt, collectionAt } from './one-side.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { collectionsOf } from './projection-collections.js';
import { checkpointsOf, leastOfShards, nameOfAll } from './shards.js';

/** A log is long from so many events on. */
const LONG = 10_000n;

/**
 * The collections of projections. Those of a projection that begins with a long log before it have no indexes until all of
 * that is folded: to sort all keys at once takes a fraction of finding the place of each among the others.
 */
export class ProjectionStorage {
  private withoutIndexes: readonly AnyCollectionSpec[] = [];
  private isComplete = false;

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
    this.isComplete = false;
    this.withoutIndexes = this.projections.filter(isToCome).flatMap(collectionsOf);
    await reads.ensure(this.withoutIndexes, { indexes: 'later' });
    await reads.ensure(this.projections.filter((projection) => !isToCome(projection)).flatMap(collectionsOf));
  }

  /**
   * To be called when all of the log up to `reached` is folded: makes the indexes that are missing, and drops what earlier
   * versions of the projections have left, which nobody keeps from then on, and which would go on saying what is erased.
   */
  async complete(reached: bigint): Promise<void> {
    if (this.isComplete) return;
    this.isComplete = true;
    const { reads } = this.sources;
    if (this.withoutIndexes.length > 0) await reads.ensure(this.withoutIndexes);
    const checkpoints = await reads.checkpoints();
    for (const projection of this.projections) {
      // Shards of other processes may be on their way: then one of these finds all folded.
      if ((leastOfShards(checkpointsOf(projection, checkpoints))?.position ?? -1n) < reached) continue;
      for (const { checkpoint, collections } of earlierVersionsOf(projection))
        await reads.drop(checkpoint, collections);
    }
  }
}

/** What the projection had in earlier versions, on either side: collections that were named after these as today's are. */
const earlierVersionsOf = (
  projection: AnyProjection,
): readonly Readonly<{ checkpoint: string; collections: readonly string[] }>[] => {
  const ofVersion = `_v${projection.version}`;
  const names = collectionsOf(projection).flatMap(({ name }) => (name.includes(ofVersion) ? [name] : []));
  return Array.from({ length: projection.version - 1 }, (_, at) => at + 1).flatMap((version) =>
    SIDES.map((side) => ({
      checkpoint: checkpointAt(checkpointName({ ...projection, version }), side),
      collections: names.map((name) => collectionAt(name.replace(ofVersion, `_v${version}`), side)),
    })),
  );
};

const SIDES = ['a', 'b'] as const;
