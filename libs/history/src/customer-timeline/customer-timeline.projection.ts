import type { Recorded, Source } from '#kernel/event.js';
import type { Instant } from '#kernel/instant.js';
import type { Projection } from '#projections/projection.js';
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

/** An event of a customer. The words for it are made when it is read. */
export type TimelineFact = Readonly<{
  at: Instant;
  recordedAt: Instant;
  position: number;
  revision: number;
  eventId: string;
  by: string;
  onBehalfOf: string | null;
  source: Source;
  fact: TimelineEvent;
}>;

/** What a stream said of a customer, in its order. The columns are of its latest fact. */
export type TimelineStream = TimelineSubject &
  Readonly<{ stream: string; lastAt: Instant; lastPosition: number; facts: readonly TimelineFact[] }>;

/** What happened to each customer: a document for each stream that is about them. */
export const customerTimeline: Projection<TimelineEvent, TimelineStream> = {
  name: 'customer-timeline',
  version: 2,
  holdsPersonalData: true,
  types: timelineTypes,
  documents: {
    name: 'customer_timeline_v2',
    columns: { customerId: 'text', lastAt: 'text', lastPosition: 'integer' },
    indexes: { byTime: ['customerId', 'lastAt'], byPosition: ['customerId', 'lastPosition'] },
  },
  keyOf: (event) => event.stream,
  evolve: (before, event) => {
    const subject = subjectOf(before, event);
    const { stream, position, meta } = event;
    // Facts of a stream may be true in another order than they were recorded in.
    const lastAt = before !== null && before.lastAt > meta.at ? before.lastAt : meta.at;
    const facts = subject.customerId === null ? [] : [...(before?.facts ?? []), factOf(event)];
    return { doc: { ...subject, stream, lastAt, lastPosition: Number(position), facts } };
  },
};

const NOTHING: TimelineSubject = { customerId: null, dealId: null, activityId: null, processId: null, title: null };

const subjectOf = (before: TimelineSubject | null, { type, data }: TimelineEvent): TimelineSubject => {
  if (type === 'DealOpened') {
    const { customerId, dealId, processId, name } = data;
    return { ...NOTHING, customerId, dealId, processId, title: name };
  }
  if (before !== null) {
    const { customerId, dealId, activityId, processId, title } = before;
    return { customerId, dealId, activityId, processId, title };
  }
  if ('activityId' in data) {
    const { activityId } = data;
    if (!('customerId' in data)) return { ...NOTHING, activityId };
    return { ...NOTHING, activityId, customerId: data.customerId, dealId: data.dealId, title: data.subject };
  }
  return { ...NOTHING, customerId: data.customerId };
};

const factOf = ({ id, revision, position, meta, type, data }: Recorded<TimelineEvent>): TimelineFact => ({
  at: meta.at,
  recordedAt: meta.recordedAt,
  position: Number(position),
  revision: Number(revision),
  eventId: id,
  by: meta.by,
  onBehalfOf: meta.onBehalfOf ?? null,
  source: meta.source,
  fact: { type, data } as TimelineEvent,
});
