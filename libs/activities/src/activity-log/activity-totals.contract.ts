import type { Instant } from '#kernel/instant.js';
import { scanAll } from '#projections/scan-all.js';
import type { Range, ReadStore } from '#read-store/read-store.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../domain/activity.events.js';
import { entryAt } from './activity-list.js';
import { activityLog } from './activity-log.projection.js';

/** The read models that `activityTotals` reads. */
export const activityProjections = [activityLog];

/** What a rep did of one kind. `durationSeconds` sums up those that are known. */
export type ActivityTotal = Readonly<{ repId: string; kind: ActivityKind; count: number; durationSeconds: number }>;

/** `latest`: neither instant was named, so what is stored last is the answer. */
type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;

type Between = Readonly<{ from: Instant | null; to: Instant | null }>;

/**
 * Activities that took place from `from` on and before `to` (null: no bound), as of an instant, by rep and kind. A task
 * counts when it was added, for the rep who had it at the instant.
 * @param repId only those of this rep
 */
export const activityTotals = async (
  store: ReadStore,
  at: At,
  between: Between,
  repId?: string,
): Promise<readonly ActivityTotal[]> => {
  const totals = await Promise.all(
    ACTIVITY_KINDS.map((kind) =>
      kind === 'task' && !at.latest
        ? earlierTasks(store, at, between, repId)
        : summed(store, rangeOf(kind, at, between, repId), kind),
    ),
  );
  return totals.flat();
};

const rangeOf = (kind: ActivityKind, { asOf, knownAt }: At, { from, to }: Between, repId?: string): Range => {
  const until = to !== null && to <= asOf ? { lt: to } : { lte: asOf };
  return {
    ...(repId === undefined
      ? { index: 'byKind', equals: { kind } }
      : { index: 'byRepAndKind', equals: { repId, kind } }),
    range: { column: 'at', ...(from !== null && { gte: from }), ...until },
    filter: { recordedAt: { lte: knownAt } },
  };
};

const summed = async (store: ReadStore, range: Range, kind: ActivityKind): Promise<readonly ActivityTotal[]> => {
  const rows = await store
    .collection(activityLog.documents)
    .sum([range], { groupBy: ['repId'], sums: ['durationSeconds'] });
  return rows.map(({ group, count, sums }) => ({
    repId: String(group[0]),
    kind,
    count,
    durationSeconds: sums[0] ?? 0,
  }));
};

/** The columns say who has a task now; who had it then is in the documents. */
const earlierTasks = async (
  store: ReadStore,
  at: At,
  between: Between,
  repId?: string,
): Promise<readonly ActivityTotal[]> => {
  const counts = new Map<string, number>();
  for await (const { doc } of scanAll(store.collection(activityLog.documents), rangeOf('task', at, between))) {
    const task = entryAt(doc, at);
    if (task !== null && (repId === undefined || task.repId === repId)) {
      counts.set(task.repId, (counts.get(task.repId) ?? 0) + 1);
    }
  }
  return [...counts].map(([rep, count]) => ({ repId: rep, kind: 'task', count, durationSeconds: 0 }));
};
