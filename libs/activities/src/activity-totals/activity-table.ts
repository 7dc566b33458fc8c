import type { ActivityKind } from '../domain/activity.events.js';
import type { ActivityBlock, TaskMove } from './activity-blocks.projection.js';

/** What was done of one kind in a month by one rep, in columns; instants in milliseconds since 1970. */
export type Block = Readonly<{
  repId: string;
  kind: ActivityKind;
  /** Of those in it, the first instant and the last one, when the last was recorded, and all of their seconds. */
  first: number;
  last: number;
  knownBy: number;
  allSeconds: number;
  at: Float64Array;
  recordedAt: Float64Array;
  /** 0: not known. */
  seconds: Int32Array;
  /** Of tasks only. */
  taskIds: readonly string[];
}>;

/** All activities in memory: about 20 bytes each, and what a question costs are those around the time it asks of. */
export class ActivityTable {
  /** By month of UTC, as months since the year 0, and key. */
  private readonly months = new Map<number, Map<string, Block>>();
  private readonly movesByKey = new Map<string, readonly TaskMove[]>();
  private movesByTask: ReadonlyMap<string, readonly TaskMove[]> | null = null;

  put(key: string, block: ActivityBlock): void {
    if ('moves' in block) {
      this.movesByKey.set(key, block.moves);
      this.movesByTask = null;
      return;
    }
    const at = Float64Array.from(block.activities, ([instant]) => instant);
    const recordedAt = Float64Array.from(block.activities, ([, recorded]) => recorded);
    const seconds = Int32Array.from(block.activities, ([, , each]) => each ?? 0);
    const first = at.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY);
    const month = this.months.get(monthOf(first)) ?? new Map<string, Block>();
    this.months.set(monthOf(first), month);
    month.set(key, {
      repId: block.repId,
      kind: block.kind,
      first,
      last: at.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      knownBy: recordedAt.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      allSeconds: seconds.reduce((sum, each) => sum + each, 0),
      ...{ at, recordedAt, seconds },
      taskIds: block.kind === 'task' ? block.activities.map(([, , , taskId]) => taskId ?? '') : [],
    });
  }

  clear(): void {
    this.months.clear();
    this.movesByKey.clear();
    this.movesByTask = null;
  }

  /** Those with anything from `from` on, before `to`, in milliseconds since 1970. */
  *blocks(from: number, to: number): Iterable<Block> {
    for (const [month, blocks] of this.months) {
      if (month < monthOf(from) || month > monthOf(to - 1)) continue;
      for (const block of blocks.values()) if (block.first < to && from <= block.last) yield block;
    }
  }

  /** Who had the task at `asOf` as known at `knownAt`; `repId`: who it was added for. */
  holderOf(taskId: string, repId: string, asOf: number, knownAt: number): string {
    this.movesByTask ??= byTask([...this.movesByKey.values()].flat());
    const moves = this.movesByTask.get(taskId);
    const held = moves?.findLast(([, at, recordedAt]) => at <= asOf && recordedAt <= knownAt);
    return held?.[4] ?? repId;
  }
}

const monthOf = (instant: number): number => {
  if (!Number.isFinite(instant)) return instant;
  const date = new Date(instant);
  return date.getUTCFullYear() * 12 + date.getUTCMonth();
};

/** Those of each task, in its own order. */
const byTask = (moves: readonly TaskMove[]): ReadonlyMap<string, readonly TaskMove[]> => {
  const found = new Map<string, TaskMove[]>();
  for (const move of moves.toSorted(([a], [b]) => a - b)) {
    const [, , , taskId] = move;
    const others = found.get(taskId);
    if (others) others.push(move);
    else found.set(taskId, [move]);
  }
  return found;
};
