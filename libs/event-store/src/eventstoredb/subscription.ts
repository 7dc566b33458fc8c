import { setImmediate as nextTurn } from 'node:timers/promises';
import type { EventStoreDBClient } from '@eventstore/db-client';
import type { EventPage, StoredEvent, SubscribeOptions } from '../event-store.js';
import { PAGE_CHARACTERS } from '../page-size.js';
import { finalError } from './errors.js';
import { Feed } from './feed.js';
import { isOurs, positionOf, storedEvent } from './recorded.js';
import { pauseBeforeNext } from './timeouts.js';

const DEFAULT_PAGE_SIZE = 1_000;
const FILL_FOR_MS = 50;
/** A log begins with a record of the server itself: nothing of ours is at its first position. */
const START = 0n;

/** Where a subscription gets its events from. */
export type SubscriptionSource = Readonly<{
  borrow(): Readonly<{ driver: EventStoreDBClient; giveBack: () => void }>;
}>;

/**
 * A catch-up subscription that outlives its connections. The driver repeats nothing: after an error this subscribes
 * again, behind the last page that its consumer came back from.
 */
export async function* subscription(
  source: SubscriptionSource,
  options: SubscribeOptions,
  confirmMs: number,
): AsyncGenerator<EventPage, void, void> {
  const { signal, pageSize = DEFAULT_PAGE_SIZE } = options;
  let consumed = options.after;
  for (let failures = 0; !signal.aborted; failures += 1) {
    const { driver, giveBack } = source.borrow();
    const feed = new Feed(driver, {
      after: consumed,
      mostItems: pageSize,
      mostCharacters: PAGE_CHARACTERS,
      confirmMs,
    });
    try {
      for await (const page of pagesOf(feed, {
        ...(consumed === undefined ? {} : { after: consumed }),
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
    await pauseBeforeNext(failures, signal);
  }
}

/**
 * In the past a page waits a moment to get full; live, whatever is there makes a page at once. While its consumer has it
 * the next one may be read, and no more than that.
 */
async function* pagesOf(
  feed: Feed,
  { after, pageSize, signal }: SubscribeOptions & { pageSize: number },
): AsyncGenerator<EventPage, void, void> {
  let position = after;
  let live = false;
  while (!signal.aborted) {
    await feed.ready(signal);
    if (live) await nextTurn();
    else await feed.filled(signal, FILL_FOR_MS);
    if (signal.aborted) return;
    const before = { position, live };
    const events: StoredEvent[] = [];
    let characters = 0;
    const isFull = (): boolean => events.length >= pageSize || characters >= PAGE_CHARACTERS;
    for (let item = feed.take(); item; item = isFull() ? undefined : feed.take()) {
      if (item.kind === 'caughtUp') live = true;
      else if (item.kind === 'fellBehind') live = false;
      else if (item.kind === 'checkpoint') position = later(position, item.position);
      else {
        if (isOurs(item.event)) events.push(storedEvent(item.event));
        characters += item.characters;
        position = later(position, positionOf(item.event));
      }
    }
    const caughtUp = live && feed.drained;
    if (events.length > 0 || position !== before.position || (caughtUp && !before.live)) {
      yield { events, position: position ?? START, caughtUp };
    }
  }
}

const later = (a: bigint | undefined, b: bigint): bigint => (a === undefined || b > a ? b : a);
