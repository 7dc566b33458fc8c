import { type Instant, millisecondsOf } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ActivityKind } from '../domain/activity.events.js';
import { activityBlocks } from './activity-blocks.projection.js';
import { ActivityTable } from './activity-table.js';

/** The read models that `activityTotals` reads. */
export const activityProjections = [activityBlocks];

/** What a rep did of one kind. `durationSeconds` sums up those that are known. */
export type ActivityTotal = Readonly<{ repId: string; kind: ActivityKind; count: number; durationSeconds: number }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant }>;

type Between = Readonly<{ from: Instant | null; to: Instant | null }>;

/**
 * Activities that took place from `from` on and before `to` (null: no bound), as of an instant, by rep and kind. A task
 * counts when it was added, for the rep who had it at the instant.
 * @param repId only those of this rep
 */
export const activityTotals = async (
  readModels: ReadModels,
  at: At,
  between: Between,
  repId?: string,
): Promise<readonly ActivityTotal[]> => {
  const table = await readModels.copy(activityBlocks, () => new ActivityTable());
  const [asOf, knownAt] = [millisecondsOf(at.asOf), millisecondsOf(at.knownAt)];
  const from = between.from === null ? Number.NEGATIVE_INFINITY : millisecondsOf(between.from);
  const to = between.to === null ? Number.POSITIVE_INFINITY : millisecondsOf(between.to);
  const totals = new Map<string, { repId: string; kind: ActivityKind; count: number; durationSeconds: number }>();
  const add = (kind: ActivityKind, rep: string, count: number, durationSeconds: number): void => {
    if (count === 0 || (repId !== undefined && rep !== repId)) return;
    const key = `${kind} ${rep}`;
    const total = totals.get(key) ?? { repId: rep, kind, count: 0, durationSeconds: 0 };
    total.count += count;
    total.durationSeconds += durationSeconds;
    totals.set(key, total);
  };
  for (const block of table.blocks()) {
    const { kind, repId: doer, first, last, at: placed, recordedAt, seconds, taskIds } = block;
    if (last < from || first >= to || first > asOf) continue;
    const isTask = kind === 'task';
    if (!isTask && repId !== undefined && doer !== repId) continue;
    let [count, duration] = [0, 0];
    for (let n = 0; n < placed.length; n += 1) {
      const instant = placed[n] as number;
      if (instant < from || instant >= to || instant > asOf || (recordedAt[n] as number) > knownAt) continue;
      if (isTask) add(kind, table.holderOf(taskIds[n] as string, doer, asOf, knownAt), 1, 0);
      else [count, duration] = [count + 1, duration + (seconds[n] as number)];
    }
    add(kind, doer, count, duration);
  }
  return [...totals.values()];
};
