import type { RecordedEvent } from '@eventstore/db-client';
import { type Instant, instantOf, millisecondsOf, parseInstant } from '#kernel/instant.js';
import { EventStoreCorrupt, type EventText, type StoredEvent } from '../event-store.js';
import { isJsonObject, type JsonObject, NO_JSON_OBJECT, NOTHING_READ } from '../json-object.js';

/** How the server says that it does not know the position: the largest unsigned 64-bit number. */
const NO_POSITION = 0xffff_ffff_ffff_ffffn;

/**
 * Whether the event belongs to the log of the application: not one of the server itself (`$`), a link included, nor
 * one of another program whose data is no JSON object.
 */
export const isOurs = (event: RecordedEvent): boolean =>
  !event.type.startsWith('$') && !event.streamId.startsWith('$') && event.isJson && isJsonObject(event.data);

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

/** About how many characters the data and metadata of an event have as JSON: the driver keeps only what it made of them. */
export const charactersOf = ({ data, metadata }: Pick<RecordedEvent, 'data' | 'metadata'>): number =>
  charactersIn(data) + charactersIn(metadata);

const charactersIn = (value: unknown): number => {
  if (typeof value === 'string') return value.length + 2;
  if (typeof value !== 'object' || value === null) return 6;
  if (value instanceof Uint8Array) return value.length;
  let sum = 2;
  for (const [key, part] of Object.entries(value)) sum += key.length + 4 + charactersIn(part);
  return sum;
};

/** The metadata of an event that is restored, with the time of its first recording: the server's own is a later one. */
export const restoredMetadata = ({ metadata, recordedAt }: StoredEvent): JsonObject => ({ ...metadata, recordedAt });

/** When the event was recorded first, and its metadata without what a restoring added. */
const asRecorded = (event: RecordedEvent): Readonly<{ at: Instant; metadata: JsonObject }> => {
  const metadata = isJsonObject(event.metadata) ? event.metadata : {};
  const { recordedAt, ...original } = metadata;
  const restored = typeof recordedAt === 'string' ? parseInstant(recordedAt) : null;
  return restored === null
    ? { at: instantOf(event.created.getTime()), metadata }
    : { at: restored, metadata: original };
};

/**
 * An event as one of the port, marked as unreadable when it is none of ours. It is the same wherever a read began, so its
 * time is the server's own, out of order or not.
 */
export const storedEvent = (event: RecordedEvent): StoredEvent => {
  const isReadable = isOurs(event);
  const { at, metadata } = asRecorded(event);
  return {
    id: event.id,
    type: event.type,
    data: isReadable ? (event.data as JsonObject) : NOTHING_READ,
    metadata,
    stream: event.streamId,
    revision: event.revision,
    position: positionOf(event),
    recordedAt: at,
    ...(!isReadable && { unreadable: NO_JSON_OBJECT }),
  };
};

/** The driver has read the JSON already; writing it again gives the text that `serialise` made. */
export const textOf = (event: RecordedEvent): EventText => {
  const { at, metadata } = asRecorded(event);
  return {
    position: positionOf(event),
    stream: event.streamId,
    revision: event.revision,
    id: event.id,
    type: event.type,
    recordedAt: millisecondsOf(at),
    data: JSON.stringify(event.data),
    metadata: JSON.stringify(metadata),
  };
};
