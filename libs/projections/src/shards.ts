import { type AnyProjection, checkpointName, keyIn } from './projection.js';

/** One of `of` parts of every projection, by number from 1: the documents whose keys fall to it. */
export type Shard = Readonly<{ number: number; of: number }>;

/** A shard whose lease somebody has; `epoch` is its fencing token. */
export type HeldShard = Shard & Readonly<{ epoch: number }>;

/** What a shard has of a projection: it folds the documents of its own keys, and has a checkpoint of its own. */
export type Part = Readonly<{
  projection: AnyProjection;
  holds: (key: string) => boolean;
  checkpoint: string;
  epoch: number;
}>;

export const shardsOf = (count: number): readonly Shard[] =>
  Array.from({ length: count }, (_, at) => ({ number: at + 1, of: count }));

/** What a thing of that name is called for one shard. The only shard there is needs no name. */
export const nameFor = (name: string, { number, of }: Shard): string =>
  of === 1 ? name : `${name}/${number}-of-${of}`;

/** The name without that of a shard. */
export const nameOfAll = (name: string): string => name.split('/', 1)[0] ?? name;

const shardCountIn = (name: string): number => Number(/\/\d+-of-(\d+)$/.exec(name)?.[1] ?? 1);

export const partOf = (projection: AnyProjection, shard: HeldShard): Part => {
  const { number, of, epoch } = shard;
  const checkpoint = nameFor(checkpointName(projection), shard);
  if (of === 1) return { projection, holds: () => true, checkpoint, epoch };
  const holds = (key: string): boolean => hashOf(key) % of === number - 1;
  const keyOf = (event: Parameters<AnyProjection['keyOf']>[0]): string | null => {
    const key = keyIn(projection, event);
    return key !== null && holds(key) ? key : null;
  };
  return { projection: { ...projection, keyOf }, holds, checkpoint, epoch };
};

/** Those of the checkpoints that a projection has, with whatever number of shards. */
export const checkpointsOf = <C extends Reached>(
  projection: AnyProjection,
  checkpoints: readonly C[],
): readonly C[] => {
  const name = checkpointName(projection);
  return checkpoints.filter((checkpoint) => nameOfAll(checkpoint.projection) === name);
};

/** How far one shard has come. */
type Reached = Readonly<{ projection: string; position: bigint }>;

/**
 * How far a whole projection has come, by all checkpoints that it ever had: with some number of shards, the least of
 * theirs, once all of them have begun. What was folded with another number of shards stays folded, and others begin
 * there: so the number that says most is right. Null: not begun.
 */
export const leastOfShards = <C extends Reached>(checkpoints: readonly C[]): C | null => {
  const byCount = new Map<number, C[]>();
  for (const checkpoint of checkpoints) {
    const count = shardCountIn(checkpoint.projection);
    byCount.set(count, [...(byCount.get(count) ?? []), checkpoint]);
  }
  const leasts = [...byCount].flatMap(([count, shards]) =>
    shards.length === count ? shards.reduce((a, b) => (b.position < a.position ? b : a)) : [],
  );
  return leasts.reduce<C | null>((a, b) => (a === null || b.position > a.position ? b : a), null);
};

/**
 * FNV-1a of the key's UTF-16 code units, mixed as MurmurHash3 ends. It must stay as it is: what a checkpoint of a shard
 * says is about the keys that fall to it.
 */
const hashOf = (key: string): number => {
  let hash = 0x811c9dc5;
  for (let at = 0; at < key.length; at += 1) hash = Math.imul(hash ^ key.charCodeAt(at), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
};
