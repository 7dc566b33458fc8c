import type { ActivityKind } from '../domain/activity.events.js';
import type { ActivityBlock, TaskMove } from './activity-blocks.projection.js';

/** What was done of one kind in a month by one rep, in columns; instants in milliseconds since 1970. */
export type Block = Readonly<{
  repId: string;
  kind: ActivityKind;
  /** Of those in it, the first instant and the last one. */
  first: number;
  last: number;
  at: Float64Array;
  recordedAt: Float64Array;
  /** 0: not known. */
  seconds: Int32Array;
  /** Of tasks only. */
  taskIds: readonly string[];
}>;

/** All activities in memory: about 20 bytes each, and what a question costs are those around the time it asks of. */
export class ActivityTable {
  private readonly byKey = new Map<string, Block>();
  private readonly movesByKey = new Map<string, readonly TaskMove[]>();
  private movesByTask: ReadonlyMap<string, readonly TaskMove[]> | null = null;

  put(key: string, block: ActivityBlock): void {
    if ('moves' in block) {
      this.movesByKey.set(key, block.moves);
      this.movesByTask = null;
      return;
    }
    const at = Float64Array.from(block.activities, ([instant]) => instant);
    this.byKey.set(key, {
      repId: block.repId,
      kind: block.kind,
      first: at.reduce((a, b) => Math.min(a, b), Number.POSITIVE_INFINITY),
      last: at.reduce((a, b) => Math.max(a, b), Number.NEGATIVE_INFINITY),
      at,
      recordedAt: Float64Array.from(block.activities, ([, recordedAt]) => recordedAt),
      seconds: Int32Array.from(block.activities, ([, , seconds]) => seconds ?? 0),
      taskIds: block.kind === 'task' ? block.activities.map(([, , , taskId]) => taskId ?? '') : [],
    });
  }

  clear(): void {
    this.byKey.clear();
    this.movesByKey.clear();
    this.movesByTask = null;
  }

  blocks(): Iterable<Block> {
    return this.byKey.values();
  }

  /** Who had the task at `asOf` as known at `knownAt`; `repId`: who it was added for. */
  holderOf(taskId: string, repId: string, asOf: number, knownAt: number): string {
    this.movesByTask ??= byTask([...this.movesByKey.values()].flat());
    const moves = this.movesByTask.get(taskId);
    const held = moves?.findLast(([, at, recordedAt]) => at <= asOf && recordedAt <= knownAt);
    return held?.[4] ?? repId;
  }
}

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
