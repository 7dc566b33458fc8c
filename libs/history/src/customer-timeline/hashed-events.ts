import type { EventStore } from '#event-store/event-store.js';
import { millisecondsOf } from '#kernel/instant.js';
import { digestOf } from '#tamper-evidence/seal.js';
import type { RawEvent } from './timeline-page.js';

/**
 * `hash` is the digest of the event as it is stored (base64url), of which the seals of the log keep the first 132 bits. One
 * that is no JSON object has none here: it is not read as text.
 */
export type HashedEvent = RawEvent & Readonly<{ hash?: string }>;

/** The events with their digests, read from the log as it is stored. */
export const hashedEvents = (log: EventStore, events: readonly RawEvent[]): Promise<readonly HashedEvent[]> =>
  Promise.all(
    events.map(async (event) => {
      const hash = await digestIn(log, event);
      return { ...event, ...(hash !== null && { hash }) };
    }),
  );

const digestIn = async (log: EventStore, { stream, revision }: RawEvent): Promise<string | null> => {
  const [event] = await log.readStream(stream, { from: BigInt(revision), limit: 1 });
  if (!event) throw new Error(`The log has no ${stream}@${revision}, which the timeline shows`);
  if (event.unreadable !== undefined) return null;
  const { data, metadata, recordedAt } = event;
  const text = { data: JSON.stringify(data), metadata: JSON.stringify(metadata) };
  return digestOf({ ...event, ...text, recordedAt: millisecondsOf(recordedAt) });
};
