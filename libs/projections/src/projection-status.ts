import type { EventStore } from '#event-store/event-store.js';
import { millisecondsOf } from '#kernel/instant.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Building, Comparison } from './generations.js';
import { listParked, type ParkedKey } from './parked-keys.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { checkpointsOf, leastOfShards } from './shards.js';
import type { SidedReads } from './sided-reads.js';

/**
 * How far a projection is. `position` is null before it began. `lag` is in positions, which may have gaps: 0 is up to
 * date. `lagSeconds` is the age of the oldest event that it does not show. `parked` are keys with an event that could not
 * be folded: their documents are as of before it.
 */
export type ProjectionStatus = Readonly<{
  name: string;
  version: number;
  position: bigint | null;
  lag: bigint;
  lagSeconds: number;
  state: 'notBegun' | 'behind' | 'upToDate';
  parked: readonly ParkedKey[];
  /** Number of the generation that is shown, and how its documents compared with those of the one before. */
  generation: number;
  compared: Comparison | null;
  /** Whether the generation before is kept. */
  isKept: boolean;
  /** Whether the code is not what built it. */
  isOutdated: boolean;
  /** The next generation: its position, positions a second, and seconds until it has caught up at that rate. */
  building: Readonly<{ kind: Building['kind']; position: bigint; rate: number; secondsLeft: number | null }> | null;
}>;

/** More than can be parked. */
const ALL = 10_000;

/** The position of the last event of the log, and how far each projection is; `now` in milliseconds since 1970. */
export const projectionStatuses = async (
  projections: readonly AnyProjection[],
  events: EventStore,
  reads: SidedReads,
  now: number,
): Promise<Readonly<{ head: bigint; statuses: readonly ProjectionStatus[] }>> => {
  // Checkpoints first: a projection is never ahead of the log.
  const positionOf = await positionsIn(reads);
  const head = (await events.head()) ?? 0n;
  const ages = new Map<bigint, Promise<number>>();
  const ageBehind = (position: bigint): Promise<number> => {
    const known = ages.get(position) ?? ageOfFirst(events, position, now);
    ages.set(position, known);
    return known;
  };
  const statuses = projections.map(async (projection): Promise<ProjectionStatus> => {
    const { name, version } = projection;
    const parked = await listParked(projection, reads, ALL);
    const position = positionOf(projection);
    const { generation, compared, isKept, isOutdated } = reads.generationsOf(projection);
    const building = await buildingOf(projection, reads, head, now);
    const about = { name, version, position, parked, generation, compared, isKept, isOutdated, building };
    if (position !== null && position >= head) return { ...about, lag: 0n, lagSeconds: 0, state: 'upToDate' };
    const reached = position ?? 0n;
    const state = position === null ? 'notBegun' : 'behind';
    return { ...about, lag: head - reached, lagSeconds: await ageBehind(reached), state };
  });
  return { head, statuses: await Promise.all(statuses) };
};

const buildingOf = async (
  projection: AnyProjection,
  reads: SidedReads,
  head: bigint,
  now: number,
): Promise<ProjectionStatus['building']> => {
  const { building } = reads.generationsOf(projection);
  if (building === null) return null;
  const { kind, since, from, isBegun } = building;
  const found = isBegun ? await reads.otherSideOf(projection).checkpoint(checkpointName(projection)) : null;
  const position = found?.position ?? BigInt(from);
  const rate = (Number(position - BigInt(from)) * 1000) / Math.max(1, now - since);
  const secondsLeft = rate > 0 ? Number(head - position) / rate : null;
  return { kind, position, rate, secondsLeft };
};

/** Age of the oldest event that one of the projections does not show, in seconds; 0 when they show all of the log. */
export const staleness = async (
  projections: readonly AnyProjection[],
  events: EventStore,
  reads: ReadStore,
  now: number,
): Promise<number> => {
  const positionOf = await positionsIn(reads);
  const shown = projections
    .map((projection) => positionOf(projection) ?? 0n)
    .reduce((least, position) => (position < least ? position : least));
  return ((await events.head()) ?? 0n) <= shown ? 0 : ageOfFirst(events, shown, now);
};

/** How far each projection is by now, with all of its shards. */
const positionsIn = async (reads: ReadStore): Promise<(projection: AnyProjection) => bigint | null> => {
  const checkpoints = await reads.checkpoints();
  return (projection) => leastOfShards(checkpointsOf(projection, checkpoints))?.position ?? null;
};

/** Age of the first event behind the position, in seconds. */
const ageOfFirst = async (events: EventStore, position: bigint, now: number): Promise<number> => {
  const [first] = await events.readAll({ ...(position > 0n && { after: position }), limit: 1 });
  return first ? Math.max(0, (now - millisecondsOf(first.recordedAt)) / 1000) : 0;
};
