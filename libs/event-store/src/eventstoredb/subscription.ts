import { setImmediate as nextTurn } from 'node:timers/promises';
import {
  type EventStoreDBClient,
  eventTypeFilter,
  excludeSystemEvents,
  type Filter,
  type RecordedEvent,
  streamNameFilter,
} from '@eventstore/db-client';
import type { EventFilter, EventPage, StoredEvent, SubscribeOptions } from '../event-store.js';
import { finalError } from './errors.js';
import { Feed } from './feed.js';
import { converter, isOurs, positionOf } from './recorded.js';
import { pause } from './timeouts.js';

const DEFAULT_PAGE_SIZE = 1_000;
const FILL_FOR_MS = 50;
const LOOK_EVERY_MS = 200;
const LOOK_AHEAD = 256;
/** A log begins with a record of the server itself: nothing of ours is at its first position. */
const START = 0n;

/** Where a subscription gets its events from. */
export type SubscriptionSource = Readonly<{
  borrow(): Readonly<{ driver: EventStoreDBClient; giveBack: () => void }>;
  /** So many events of `$all` from a position (inclusive), as they are. */
  readAll(from: bigint | undefined, maxCount: number): Promise<readonly RecordedEvent[]>;
}>;

/** Events of the server itself stay there when nothing else is asked for; stream prefixes let them pass to here. */
const serverFilter = (filter: EventFilter | undefined): Filter => {
  if (!filter) return excludeSystemEvents();
  return 'typePrefixes' in filter
    ? eventTypeFilter({ prefixes: [...filter.typePrefixes] })
    : streamNameFilter({ prefixes: [...filter.streamPrefixes] });
};

/**
 * A catch-up subscription that outlives its connections. The driver repeats nothing: after an error this subscribes
 * again, behind the last page that its consumer came back from.
 */
export async function* subscription(
  source: SubscriptionSource,
  options: SubscribeOptions,
  confirmMs: number,
): AsyncGenerator<EventPage, void, void> {
  const { signal, filter, pageSize = DEFAULT_PAGE_SIZE } = options;
  let consumed = options.after;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const { driver, giveBack } = source.borrow();
    const feed = new Feed(driver, {
      after: consumed,
      filter: serverFilter(filter),
      highWater: 2 * pageSize,
      confirmMs,
    });
    try {
      for await (const page of pagesOf(feed, source, {
        ...(consumed === undefined ? {} : { after: consumed }),
        ...(filter ? { filter } : {}),
        pageSize,
        signal,
      })) {
        yield page;
        consumed = page.position;
        failures = 0;
      }
    } catch (error) {
      const final = finalError(error);
      if (final) throw final;
    } finally {
      feed.close();
      giveBack();
    }
    await pause(failures, signal);
  }
}

/**
 * In the past a page waits a moment to get full; live, whatever is there makes a page at once.
 *
 * The server tells only now and then (every 32 events) how far a filtered subscription has looked, which is late for
 * who waits for a position. So whenever a filtered one is idle, this looks for itself.
 */
async function* pagesOf(
  feed: Feed,
  source: SubscriptionSource,
  { after, filter, pageSize, signal }: SubscribeOptions & { pageSize: number },
): AsyncGenerator<EventPage, void, void> {
  const convert = converter('forwards');
  const matches = matching(filter);
  let position = after;
  let live = false;
  while (!signal.aborted) {
    await feed.ready(signal, LOOK_EVERY_MS);
    if (live) await nextTurn();
    else await feed.filled(pageSize, signal, FILL_FOR_MS);
    if (signal.aborted) return;
    const before = { position, live };
    const events: StoredEvent[] = [];
    for (let item = feed.take(); item; item = events.length < pageSize ? feed.take() : undefined) {
      if (item.kind === 'caughtUp') live = true;
      else if (item.kind === 'fellBehind') live = false;
      else if (item.kind === 'checkpoint') position = later(position, item.position);
      else {
        if (isOurs(item.event)) events.push(convert(item.event));
        position = later(position, positionOf(item.event));
      }
    }
    if (filter && live && feed.drained) position = await lookAhead(source, position, matches);
    const caughtUp = live && feed.drained;
    if (events.length > 0 || position !== before.position || (caughtUp && !before.live)) {
      yield { events, position: position ?? START, caughtUp };
    }
  }
}

/** Moves the position past what does not match; what does is about to be delivered. */
const lookAhead = async (
  source: SubscriptionSource,
  position: bigint | undefined,
  matches: (event: RecordedEvent) => boolean,
): Promise<bigint | undefined> => {
  let reached = position;
  for (;;) {
    const page = await source.readAll(reached, LOOK_AHEAD);
    for (const event of page) {
      if (reached !== undefined && positionOf(event) <= reached) continue;
      if (matches(event)) return reached;
      reached = positionOf(event);
    }
    if (page.length < LOOK_AHEAD) return reached;
  }
};

const matching = (filter: EventFilter | undefined): ((event: RecordedEvent) => boolean) => {
  if (!filter) return isOurs;
  const [prefixes, subject] =
    'typePrefixes' in filter
      ? [filter.typePrefixes, (event: RecordedEvent) => event.type]
      : [filter.streamPrefixes, (event: RecordedEvent) => event.streamId];
  return (event) => isOurs(event) && prefixes.some((prefix) => subject(event).startsWith(prefix));
};

const later = (a: bigint | undefined, b: bigint): bigint => (a === undefined || b > a ? b : a);
