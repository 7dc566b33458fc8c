import { activityTotals } from '#activities/activity-totals/activity-totals.contract.js';
import type { ReadAt } from '#http/read-at.js';
import { DAY_MS, instantOf, millisecondsOf } from '#kernel/instant.js';
import type { ReadModels } from '#projections/read-models.js';
import type { LandingSigns } from '../domain/landing-reasons.js';

const ACTIVITY_DAYS = 30;

/** How much members did lately, and how much is usual. */
export type ActivitiesOf = (members: readonly string[]) => LandingSigns['activities'];

/** Counts the activities of everybody once. */
export const activityCountsAt = async (readModels: ReadModels, at: ReadAt): Promise<ActivitiesOf> => {
  const now = millisecondsOf(at.asOf);
  const between = async (fromDays: number, toDays: number): Promise<ReadonlyMap<string, number>> => {
    const [from, to] = [instantOf(now - fromDays * DAY_MS), instantOf(now - toDays * DAY_MS)];
    const counts = new Map<string, number>();
    for (const { repId, count } of await activityTotals(readModels, at, { from, to })) {
      counts.set(repId, (counts.get(repId) ?? 0) + count);
    }
    return counts;
  };
  const [recent, before] = await Promise.all([between(ACTIVITY_DAYS, 0), between(4 * ACTIVITY_DAYS, ACTIVITY_DAYS)]);
  const sumOf = (counts: ReadonlyMap<string, number>, members: readonly string[]): number =>
    members.reduce((sum, repId) => sum + (counts.get(repId) ?? 0), 0);
  return (members) => ({ count: sumOf(recent, members), usual: sumOf(before, members) / 3 });
};
