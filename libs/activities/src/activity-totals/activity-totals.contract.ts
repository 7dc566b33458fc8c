import { type Instant, millisecondsOf } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import type { ActivityKind } from '../domain/activity.events.js';
import { activityBlocks } from './activity-blocks.projection.js';
import { ActivityTable, type Block } from './activity-table.js';

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
  const to = Math.min(between.to === null ? Number.POSITIVE_INFINITY : millisecondsOf(between.to), asOf + 1);
  const totals = new Totals();
  for (const block of table.blocks(from, to)) {
    const { kind, repId: doer, taskIds } = block;
    if (kind === 'task') {
      eachIn(block, from, to, knownAt, (n) => {
        totals.add(kind, table.holderOf(taskIds[n] as string, doer, asOf, knownAt), 1, 0);
      });
    } else if (from <= block.first && block.last < to && block.knownBy <= knownAt) {
      totals.add(kind, doer, block.at.length, block.allSeconds);
    } else {
      eachIn(block, from, to, knownAt, (n) => totals.add(kind, doer, 1, block.seconds[n] as number));
    }
  }
  const all = totals.all();
  return repId === undefined ? all : all.filter((total) => total.repId === repId);
};

/** Visits the places of those that took place from `from` on, before `to`, and were recorded by `knownAt`. */
const eachIn = (
  { at, recordedAt }: Block,
  from: number,
  to: number,
  knownAt: number,
  visit: (place: number) => void,
): void => {
  for (let n = 0; n < at.length; n += 1) {
    const instant = at[n] as number;
    if (from <= instant && instant < to && (recordedAt[n] as number) <= knownAt) visit(n);
  }
};

class Totals {
  private readonly byKind = new Map<
    ActivityKind,
    Map<string, { -readonly [K in keyof ActivityTotal]: ActivityTotal[K] }>
  >();

  add(kind: ActivityKind, repId: string, count: number, durationSeconds: number): void {
    let ofKind = this.byKind.get(kind);
    if (ofKind === undefined) {
      ofKind = new Map();
      this.byKind.set(kind, ofKind);
    }
    const total = ofKind.get(repId);
    if (total === undefined) {
      ofKind.set(repId, { repId, kind, count, durationSeconds });
      return;
    }
    total.count += count;
    total.durationSeconds += durationSeconds;
  }

  all(): readonly ActivityTotal[] {
    return [...this.byKind.values()].flatMap((ofKind) => [...ofKind.values()]);
  }
}
