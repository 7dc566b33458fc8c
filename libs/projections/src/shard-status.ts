import type { Lease, ReadStore } from '#read-store/read-store.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { LAYOUT_LEASE, PROJECTOR_LEASE, shardsOfLayout } from './shard-leases.js';
import { checkpointsOf, leastOfShards, nameFor, type Shard } from './shards.js';

/**
 * Who folds a shard, and how far it has come: `position` is of the projection that is least far, null before all have
 * begun. `lease` may have expired: then another process takes the shard over.
 */
export type ShardStatus = Shard & Readonly<{ lease: Lease | null; position: bigint | null }>;

/** The shards with which projections run, or ran last. */
export const shardStatuses = async (
  projections: readonly AnyProjection[],
  reads: ReadStore,
): Promise<readonly ShardStatus[]> => {
  const shards = shardsOfLayout(await reads.leaseOf(LAYOUT_LEASE));
  const leases = new Map((await reads.leases(PROJECTOR_LEASE)).map((lease) => [lease.name, lease]));
  const checkpoints = await reads.checkpoints();
  const positionOf = (projection: AnyProjection, shard: Shard): bigint | null => {
    const known = checkpointsOf(projection, checkpoints);
    const own = known.find((checkpoint) => checkpoint.projection === nameFor(checkpointName(projection), shard));
    const all = leastOfShards(known);
    return own && all ? greater(own.position, all.position) : ((own ?? all)?.position ?? null);
  };
  return shards.map((shard) => {
    const positions = projections.map((projection) => positionOf(projection, shard));
    const position = positions.reduce(
      (a, b) => (a === null || b === null ? null : a < b ? a : b),
      positions[0] ?? null,
    );
    return { ...shard, lease: leases.get(nameFor(PROJECTOR_LEASE, shard)) ?? null, position };
  });
};

const greater = (a: bigint, b: bigint): bigint => (a > b ? a : b);
