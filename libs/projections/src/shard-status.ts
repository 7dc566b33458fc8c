import type { Lease, ReadStore } from '#read-store/read-store.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { LAYOUT_LEASE, PROJECTOR_LEASE, shardsOfLayout } from './shard-leases.js';
import { checkpointsOf, leastOfShards, nameFor, type Shard } from './shards.js';

/**
 * Who folds a shard, and how far it has come: `position` is of the projection that is least far, null before all have
 * begun. `lease` may have expired: then another process takes the shard over.
 */
export type ShardStatus = Shard & Readonly<{ lease: Lease | null; position: bigint | null }>;

/** How far one shard of a projection has come; null: it has not begun. */
export type ShardPosition = Readonly<{ projection: AnyProjection; shard: Shard; position: bigint | null }>;

/** The shards with which projections run, or ran last. */
export const shardStatuses = async (
  projections: readonly AnyProjection[],
  reads: ReadStore,
): Promise<readonly ShardStatus[]> => {
  const leases = new Map((await reads.leases(PROJECTOR_LEASE)).map((lease) => [lease.name, lease]));
  const byShard = new Map<Shard, ShardPosition['position'][]>();
  for (const { shard, position } of await shardPositions(projections, reads)) {
    byShard.set(shard, [...(byShard.get(shard) ?? []), position]);
  }
  return [...byShard].map(([shard, positions]) => {
    const position = positions.reduce((a, b) => (a === null || b === null ? null : a < b ? a : b));
    return { ...shard, lease: leases.get(nameFor(PROJECTOR_LEASE, shard)) ?? null, position };
  });
};

/** How far each shard of each projection has come, shard by shard. */
export const shardPositions = async (
  projections: readonly AnyProjection[],
  reads: ReadStore,
): Promise<readonly ShardPosition[]> => {
  const shards = shardsOfLayout(await reads.leaseOf(LAYOUT_LEASE));
  const checkpoints = await reads.checkpoints();
  return shards.flatMap((shard) =>
    projections.map((projection): ShardPosition => {
      const known = checkpointsOf(projection, checkpoints);
      const own = known.find((checkpoint) => checkpoint.projection === nameFor(checkpointName(projection), shard));
      const all = leastOfShards(known);
      const position = own && all ? greater(own.position, all.position) : ((own ?? all)?.position ?? null);
      return { projection, shard, position };
    }),
  );
};

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);
