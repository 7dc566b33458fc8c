import { setTimeout as sleep } from 'node:timers/promises';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventPage, EventStore } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';

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

const PATIENCE_MS = 5_000;
const POLL_MS = 20;

/** Resolves once the index has come there: of shards that other processes have some may still be on their way. */
export const indexReached = async (
  index: AnyProjection,
  position: bigint,
  { reads, progress }: Readonly<{ reads: ReadStore; progress: Progress }>,
): Promise<void> => {
  const name = checkpointName(index);
  const isHere = progress.reached(name) !== null;
  for (const deadline = Date.now() + PATIENCE_MS; ; await sleep(POLL_MS)) {
    const reached = progress.reached(name) ?? (await reads.checkpoint(name))?.position ?? -1n;
    if (reached >= position) return;
    if (isHere || Date.now() > deadline) throw new Error(`Waits for ${name} to know what to forget`);
  }
};

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
      if (event.position <= upTo) recorded.push(registry.checked(event));
    }
  }
  return recorded;
};
