import type { Recorded, Source } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { Projection } from '#projections/projection.js';
import type { CollectionSpec } from '#read-store/read-store.js';
import { type TimelineEvent, timelineTypes } from './timeline-event.js';

/** What the facts of a stream are about. Later facts do not repeat what the first one said: it is kept here. */
export type TimelineSubject = Readonly<{
  /** Null: of no customer; nothing of this stream is on a timeline. */
  customerId: string | null;
  dealId: string | null;
  activityId: string | null;
  processId: string | null;
  /** Name of the deal, subject of the activity. */
  title: string | null;
}>;

/** One event of a customer. The words for it are made when it is read. */
export type TimelineEntry = TimelineSubject &
  Readonly<{
    customerId: string;
    at: Instant;
    recordedAt: Instant;
    position: number;
    stream: string;
    revision: number;
    eventId: string;
    by: string;
    onBehalfOf: string | null;
    source: Source;
    fact: TimelineEvent;
  }>;

export const timelineEntries: CollectionSpec<TimelineEntry> = {
  name: 'customer_timeline_entries_v1',
  columns: { customerId: 'text', at: 'text', recordedAt: 'text', position: 'integer' },
  indexes: { byTime: ['customerId', 'at', 'position'], byPosition: ['customerId', 'position'] },
};

/** What happened to each customer. */
export const customerTimeline: Projection<TimelineEvent, TimelineSubject, TimelineEntry> = {
  name: 'customer-timeline',
  version: 1,
  holdsPersonalData: true,
  types: timelineTypes,
  documents: { name: 'customer_timeline_subjects_v1', columns: {}, indexes: {} },
  rows: timelineEntries,
  keyOf: (event) => event.stream,
  evolve: (before, event) => {
    const subject = subjectOf(before, event);
    const { customerId } = subject;
    if (customerId === null) return { doc: subject };
    return { doc: subject, rows: [[`${event.stream}@${event.revision}`, entryOf(event, { ...subject, customerId })]] };
  },
};

const NOTHING: TimelineSubject = { customerId: null, dealId: null, activityId: null, processId: null, title: null };

const subjectOf = (before: TimelineSubject | null, { type, data }: TimelineEvent): TimelineSubject => {
  if (type === 'DealOpened') {
    const { customerId, dealId, processId, name } = data;
    return { ...NOTHING, customerId, dealId, processId, title: name };
  }
  if (before !== null) return before;
  if ('activityId' in data) {
    const { activityId } = data;
    if (!('customerId' in data)) return { ...NOTHING, activityId };
    return { ...NOTHING, activityId, customerId: data.customerId, dealId: data.dealId, title: data.subject };
  }
  return { ...NOTHING, customerId: data.customerId };
};

const entryOf = (
  { id, stream, revision, position, meta, type, data }: Recorded<TimelineEvent>,
  subject: TimelineSubject & Readonly<{ customerId: string }>,
): TimelineEntry => ({
  ...subject,
  at: meta.at,
  recordedAt: meta.recordedAt,
  position: Number(position),
  stream,
  revision: Number(revision),
  eventId: id,
  by: meta.by,
  onBehalfOf: meta.onBehalfOf ?? null,
  source: meta.source,
  fact: { type, data } as TimelineEvent,
});
