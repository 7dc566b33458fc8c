import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { AnyProjection } from './projection.js';

/** How the read models forget somebody. */
export type Forgetting = Readonly<{
  /** Stored name of the event from which on the log says nothing personal about them any more. */
  storedType: string;
  /** Told of the event before anything is read again: what this process keeps of them must go. */
  onForgotten: (event: Recorded) => Promise<void>;
  /** The read model that knows which streams said something about them, once it has come to the event before. */
  index: AnyProjection;
  streamsOf: (reads: ReadStore, event: Recorded) => Promise<readonly string[]>;
}>;

/** The page in parts: each event of these types is one of its own, the read models as of then before it. */
export const partsOf = (page: EventPage, apart: ReadonlySet<string>): readonly EventPage[] => {
  const parts: EventPage[] = [];
  let from = 0;
  page.events.forEach((event, at) => {
    if (!apart.has(event.type)) return;
    const before = page.events.slice(from, at);
    const last = before.at(-1);
    if (last) parts.push({ events: before, position: last.position, caughtUp: false });
    parts.push({ events: [event], position: event.position, caughtUp: false });
    from = at + 1;
  });
  return parts.length === 0 ? [page] : [...parts, { ...page, events: page.events.slice(from) }];
};

/** All events of the streams up to the one that is given, as the log says them now. */
export const eventsOf = async (
  events: EventStore,
  registry: EventRegistry,
  streams: readonly string[],
  upTo: bigint,
): Promise<readonly Recorded[]> => {
  const recorded: Recorded[] = [];
  for (const stream of streams) {
    for (const event of await events.readStream(stream)) {
      if (event.position <= upTo) recorded.push(registry.decode(event));
    }
  }
  return recorded;
};
