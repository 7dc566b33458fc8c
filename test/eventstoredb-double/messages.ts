import persistentMessages, {
  type ReadResp as PersistentReadResp,
} from '@eventstore/db-client/generated/persistent_pb.js';
import shared, { type Empty, type StreamIdentifier, type UUID } from '@eventstore/db-client/generated/shared_pb.js';
import streamsMessages, { type ReadResp } from '@eventstore/db-client/generated/streams_pb.js';
import type { RecordedEvent } from './log.js';

const TICKS_PER_MILLISECOND = 10_000n;

export const uuid = (text: string): UUID => new shared.UUID().setString(text);
export const empty = (): Empty => new shared.Empty();
export const streamIdentifier = (name: string): StreamIdentifier =>
  new shared.StreamIdentifier().setStreamName(Buffer.from(name, 'utf8'));
export const streamName = (identifier: StreamIdentifier | undefined): string =>
  Buffer.from(identifier?.getStreamName_asU8() ?? []).toString('utf8');

const fill = <T extends ReadResp.ReadEvent.RecordedEvent | PersistentReadResp.ReadEvent.RecordedEvent>(
  message: T,
  event: RecordedEvent,
): T => {
  message.setId(uuid(event.id));
  message.setStreamIdentifier(streamIdentifier(event.stream));
  message.setStreamRevision(String(event.revision));
  message.setCommitPosition(String(event.position));
  message.setPreparePosition(String(event.position));
  message.setData(event.data);
  message.setCustomMetadata(event.metadata);
  message
    .getMetadataMap()
    .set('type', event.type)
    .set('content-type', event.contentType)
    .set('created', String(BigInt(event.createdAt) * TICKS_PER_MILLISECOND));
  return message;
};

/** An event as a read or a subscription delivers it; since 22.6 with its position, in a stream as in `$all`. */
export const readEvent = (event: RecordedEvent): ReadResp => {
  const { ReadResp } = streamsMessages;
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent()
      .setEvent(fill(new ReadResp.ReadEvent.RecordedEvent(), event))
      .setCommitPosition(String(event.position)),
  );
};

export const persistentEvent = (event: RecordedEvent, retries: number): PersistentReadResp => {
  const { ReadResp } = persistentMessages;
  return new ReadResp().setEvent(
    new ReadResp.ReadEvent()
      .setEvent(fill(new ReadResp.ReadEvent.RecordedEvent(), event))
      .setCommitPosition(String(event.position))
      .setRetryCount(retries),
  );
};
