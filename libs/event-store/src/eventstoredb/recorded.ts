import type { RecordedEvent } from '@eventstore/db-client';
import { type Instant, instantOf, millisecondsOf, parseInstant } from '#kernel/instant.js';
import { EventStoreCorrupt, type EventText, type NewEvent, type StoredEvent } from '../event-store.js';

/** How the server says that it does not know the position: the largest unsigned 64-bit number. */
const NO_POSITION = 0xffff_ffff_ffff_ffffn;

type JsonObject = NewEvent['data'];

const isObject = (value: unknown): value is JsonObject =>
  typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array);

/**
 * Whether the event belongs to the log of the application: not one of the server itself (`$`), a link included, nor
 * one of another program whose data is no JSON object.
 */
export const isOurs = (event: RecordedEvent): boolean =>
  !event.type.startsWith('$') && !event.streamId.startsWith('$') && event.isJson && isObject(event.data);

/**
 * The position in `$all`. Since server version 22.6 a read of a stream carries it for each event, as a read of `$all`
 * does (the driver's RecordedEvent.position); older servers, and events of explicit TCP transactions, have none, and
 * finding it would take a scan of `$all`: such servers are not supported.
 */
export const positionOf = (event: RecordedEvent): bigint => {
  const commit = (event as { position?: { commit: bigint } }).position?.commit;
  if (commit === undefined || commit === NO_POSITION) {
    throw new EventStoreCorrupt(
      `Event ${event.id} of ${event.streamId} has no position: the server must be version 22.6 or later`,
    );
  }
  return commit;
};

/** A restored log keeps the time of its first recording in the metadata: the server's own is that of the restoring. */
const recordedAt = (event: RecordedEvent): Instant => {
  const restored = isObject(event.metadata) ? event.metadata.recordedAt : undefined;
  return (typeof restored === 'string' ? parseInstant(restored) : null) ?? instantOf(event.created.getTime());
};

/**
 * Turns the events of one read, in its order, into those of the port. The clock of a server may be set back and that
 * of the next leader be behind: a time out of order is drawn to the one before it.
 */
export const converter = (direction: 'forwards' | 'backwards'): ((event: RecordedEvent) => StoredEvent) => {
  let last: Instant | null = null;
  return (event) => {
    if (!isOurs(event)) {
      throw new EventStoreCorrupt(`Event ${event.id} of ${event.streamId} is none that this adapter writes`);
    }
    const at = recordedAt(event);
    const inOrder = last === null || (direction === 'forwards' ? at >= last : at <= last);
    last = inOrder || last === null ? at : last;
    return {
      id: event.id,
      type: event.type,
      data: event.data as JsonObject,
      metadata: isObject(event.metadata) ? event.metadata : {},
      stream: event.streamId,
      revision: event.revision,
      position: positionOf(event),
      recordedAt: last,
    };
  };
};

/** The driver has read the JSON already; writing it again gives the text that `serialise` made. */
export const textOf = (event: RecordedEvent): EventText => ({
  position: positionOf(event),
  stream: event.streamId,
  revision: event.revision,
  id: event.id,
  type: event.type,
  recordedAt: millisecondsOf(recordedAt(event)),
  data: JSON.stringify(event.data),
  metadata: JSON.stringify(isObject(event.metadata) ? event.metadata : {}),
});
