import type { Instant } from '#kernel/instant.js';
import type { Projection } from '#projections/projection.js';
import { type TimelineEvent, timelineTypes } from './timeline-event.js';

/**
 * A stream that is about a customer, and its latest fact. What it says stays in the log alone, and is read there: so this
 * costs little to keep, and nothing in it needs to be forgotten.
 */
export type CustomerStream = Readonly<{ customerId: string; lastAt: Instant; lastPosition: number }>;

/** Where in the log it is said what happened to each customer, by the name of the stream. */
export const customerTimeline: Projection<TimelineEvent, CustomerStream> = {
  name: 'customer-timeline',
  version: 3,
  types: timelineTypes,
  takesUnreadable: true,
  documents: {
    name: 'customer_timeline_v3',
    columns: { customerId: 'text', lastAt: 'text', lastPosition: 'integer' },
    indexes: { byTime: ['customerId', 'lastAt'], byPosition: ['customerId', 'lastPosition'] },
  },
  keyOf: (event) => event.stream,
  evolve: (before, event) => {
    if (event.unreadable !== undefined) return { doc: before && { ...before, lastPosition: Number(event.position) } };
    const customerId = before?.customerId ?? customerOf(event);
    if (customerId === null) return { doc: null };
    const { position, meta } = event;
    // Facts of a stream may be true in another order than they were recorded in.
    const lastAt = before !== null && before.lastAt > meta.at ? before.lastAt : meta.at;
    return { doc: { customerId, lastAt, lastPosition: Number(position) } };
  },
};

/** The first fact of a stream says whom it is about; null: no customer. */
const customerOf = ({ data }: TimelineEvent): string | null => ('customerId' in data ? data.customerId : null);
