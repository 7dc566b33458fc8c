import type { CalendarDate, Instant } from '#kernel/instant.js';
import { fillPage } from '#projections/fill-page.js';
import { scanAll } from '#projections/scan-all.js';
import type { ReadStore } from '#read-store/read-store.js';
import { ACTIVITY_KINDS, type ActivityKind } from '../domain/activity.events.js';
import { entryAt } from './activity-list.js';
import { type ActivityEntry, activityLog } from './activity-log.projection.js';

/** The read models that `customerContact` reads. */
export const customerContactProjections = [activityLog];

export type LastActivity = Readonly<{
  id: string;
  kind: ActivityKind;
  at: Instant;
  repId: string;
  subject: string | null;
}>;

export type NextTask = Readonly<{ id: string; subject: string | null; dueOn: CalendarDate | null; repId: string }>;

type At = Readonly<{ asOf: Instant; knownAt: Instant; latest: boolean }>;

const CONTACTS = ACTIVITY_KINDS.filter((kind) => kind !== 'task');

/**
 * The last call, e-mail, meeting or note with one of some customers before an instant, and the open task that is due next (one
 * without a due date last); null where there is none.
 */
export const customerContact = async (
  store: ReadStore,
  customerIds: readonly string[],
  at: At,
): Promise<Readonly<{ lastActivity: LastActivity | null; nextTask: NextTask | null }>> => {
  const collection = store.collection(activityLog.documents);
  let last: Omit<ActivityEntry, 'turns'> | undefined;
  let next: Omit<ActivityEntry, 'turns'> | null = null;
  for (const customerId of customerIds) {
    const ofCustomer = { index: 'byCustomer', equals: { customerId }, range: { column: 'at', lte: at.asOf } };
    const past = await fillPage(
      collection,
      { ...ofCustomer, filter: { kind: CONTACTS } },
      { limit: 1, descending: true },
      (entry) => entryAt(entry, at),
    );
    const [latest] = past.items;
    if (latest && (last === undefined || latest.at > last.at)) last = latest;
    const tasks = { ...ofCustomer, filter: { kind: 'task', ...(at.latest && { state: 'open' }) } };
    for await (const { doc } of scanAll(collection, tasks)) {
      const task = entryAt(doc, at);
      if (task?.state === 'open' && (next === null || dueBefore(task, next))) next = task;
    }
  }
  return { lastActivity: shownActivity(last), nextTask: shownTask(next) };
};

const dueBefore = (a: Pick<ActivityEntry, 'dueOn'>, b: Pick<ActivityEntry, 'dueOn'>): boolean =>
  a.dueOn !== null && (b.dueOn === null || a.dueOn < b.dueOn);

const shownActivity = (entry: Omit<ActivityEntry, 'turns'> | undefined): LastActivity | null => {
  if (!entry) return null;
  const { id, kind, at, repId, subject } = entry;
  return { id, kind, at, repId, subject };
};

const shownTask = (entry: Omit<ActivityEntry, 'turns'> | null): NextTask | null => {
  if (!entry) return null;
  const { id, subject, dueOn, repId } = entry;
  return { id, subject, dueOn, repId };
};
