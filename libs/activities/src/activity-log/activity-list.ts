import type { Instant } from '#kernel/instant.js';
import type { Range } from '#read-store/read-store.js';
import type { ActivityKind } from '../domain/activity.events.js';
import type { ActivityEntry } from './activity-log.projection.js';

/** `from` is inclusive, `to` is not; both of when it took place. */
export type ActivityFilter = Readonly<{
  repId?: string;
  customerId?: string;
  dealId?: string;
  kind?: ActivityKind;
  from?: Instant;
  to?: Instant;
}>;

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;

/**
 * Finds activities by index, those of a rep as the rep's now. For any other instant a task may have been another rep's:
 * then all of the customer, the deal or the stretch of time are looked through.
 */
export const activityRange = (filter: ActivityFilter, latest: boolean): Range => {
  const { repId, customerId, dealId, from, to } = filter;
  const ofRep = latest ? repId : undefined;
  const bounds = { ...(from !== undefined && { gte: from }), ...(to !== undefined && { lt: to }) };
  const range = Object.keys(bounds).length === 0 ? {} : { range: { column: 'at', ...bounds } };
  if (dealId !== undefined) return { index: 'byDeal', equals: { dealId }, ...range };
  if (customerId !== undefined) return { index: 'byCustomer', equals: { customerId }, ...range };
  if (ofRep !== undefined) return { index: 'byRep', equals: { repId: ofRep }, ...range };
  return { index: 'byAt', ...range };
};

/** The activity as it stood at the instant: a task with the rep and state of then. Null when there was none yet. */
export const entryAt = (entry: ActivityEntry, { asOf, knownAt, latest }: At): Omit<ActivityEntry, 'turns'> | null => {
  const { turns, ...shown } = entry;
  if (latest) return shown;
  if (entry.at > asOf || entry.recordedAt > knownAt) return null;
  if (entry.kind !== 'task') return shown;
  const turn = turns.findLast(({ validFrom, recordedAt }) => validFrom <= asOf && recordedAt <= knownAt);
  if (!turn) return null;
  return { ...shown, repId: turn.repId, state: turn.state, completedAt: turn.state === 'done' ? turn.validFrom : null };
};

/** Whether an activity, as it stood, meets the filter. */
export const meets = (
  { repId, customerId, dealId, kind, from, to }: ActivityFilter,
  entry: Omit<ActivityEntry, 'turns'>,
): boolean =>
  (repId === undefined || entry.repId === repId) &&
  (customerId === undefined || entry.customerId === customerId) &&
  (dealId === undefined || entry.dealId === dealId) &&
  (kind === undefined || entry.kind === kind) &&
  (from === undefined || entry.at >= from) &&
  (to === undefined || entry.at < to);
