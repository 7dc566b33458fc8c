import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { EventPage, EventStore, StoredEvent, SubscribeOptions } from '#event-store/event-store.js';
import { appendBehind, newEvent, newEvents } from './event-store.fixtures.js';

/** The part of the contract that is about catch-up subscriptions; `current` gives the store of the running test. */
export const subscriptionContract = (current: () => EventStore): void => {
  describe('subscribe', () => {
    let store: EventStore;
    let stop: AbortController;
    beforeEach(() => {
      store = current();
      stop = new AbortController();
    });
    afterEach(() => stop.abort());

    const subscribe = (options: Omit<SubscribeOptions, 'signal'> = {}) =>
      store.subscribe({ ...options, signal: stop.signal });

    /** Reads pages until `enough` says so, and checks what is true of every run of pages. */
    const pagesUntil = async (
      pages: AsyncIterable<EventPage>,
      enough: (events: readonly StoredEvent[], page: EventPage) => boolean,
    ): Promise<{ events: StoredEvent[]; last: EventPage }> => {
      const events: StoredEvent[] = [];
      let before = -1n;
      for await (const page of pages) {
        for (const { position } of page.events) {
          expect(position > before && position <= page.position).toBe(true);
          before = position;
        }
        expect(page.position >= before).toBe(true);
        before = page.position;
        events.push(...page.events);
        if (enough(events, page)) return { events, last: page };
      }
      throw new Error('The subscription ended early');
    };
    const untilCaughtUp = (pages: AsyncIterable<EventPage>) => pagesUntil(pages, (_, page) => page.caughtUp);
    const untilCount = (pages: AsyncIterable<EventPage>, count: number) =>
      pagesUntil(pages, (events) => events.length >= count);
    const wholeLog = () => store.readAll({ limit: 10_000 });

    it('delivers the past from the start, then says that it caught up', async () => {
      for (let n = 0; n < 10; n += 1) await appendBehind(store, `deal-${n % 3}`, newEvents(5));
      const { events, last } = await untilCaughtUp(subscribe());
      expect(events).toEqual(await wholeLog());
      expect(last.position).toBe(await store.head());
    });

    it('starts after the given position', async () => {
      for (let n = 0; n < 10; n += 1) await appendBehind(store, 'deal-1', newEvents(2));
      const log = await wholeLog();
      const { events } = await untilCaughtUp(subscribe({ after: log[6]?.position ?? 0n }));
      expect(events).toEqual(log.slice(7));
    });

    it('keeps pages to the size that was asked for', async () => {
      await store.append('deal-1', 'no_stream', newEvents(25));
      const sizes: number[] = [];
      await pagesUntil(subscribe({ pageSize: 10 }), (events, page) => {
        sizes.push(page.events.length);
        return events.length === 25;
      });
      expect(Math.max(...sizes)).toBeLessThanOrEqual(10);
    });

    it('says so when there is nothing to catch up with', async () => {
      const empty = await untilCaughtUp(subscribe());
      expect(empty.events).toEqual([]);
      const { position } = await store.append('deal-1', 'no_stream', newEvents(1));
      expect((await untilCount(subscribe({ after: empty.last.position }), 1)).last.position).toBe(position);
      const level = await untilCaughtUp(subscribe({ after: position }));
      expect([level.events, level.last.position]).toEqual([[], position]);
    });

    it('delivers what is appended while it waits', async () => {
      const pages = subscribe()[Symbol.asyncIterator]();
      expect((await pages.next()).value.caughtUp).toBe(true);
      for (let n = 0; n < 5; n += 1) {
        const next = untilCount({ [Symbol.asyncIterator]: () => ({ next: () => pages.next() }) }, 1);
        const { position } = await appendBehind(store, 'deal-1', [newEvent('deal-noted.v1', { n })]);
        const { events, last } = await next;
        expect(events.map(({ data }) => data)).toEqual([{ n }]);
        expect(last.position).toBe(position);
      }
    });

    it('delivers every event once and in order while many are appended at once', async () => {
      const round = Array.from({ length: 50 }, (_, n) => ({ stream: `deal-${n % 20}`, count: 1 + (n % 3) }));
      const total = 4 * round.reduce((sum, { count }) => sum + count, 0);
      const appendAll = async () => {
        for (let n = 0; n < 4; n += 1) {
          await Promise.all(round.map(({ stream, count }) => appendBehind(store, stream, newEvents(count))));
        }
      };
      const [all, paged] = await Promise.all([
        untilCount(subscribe(), total),
        untilCount(subscribe({ pageSize: 7 }), total),
        appendAll(),
      ]);
      const log = await wholeLog();
      expect(log).toHaveLength(total);
      expect(all.events).toEqual(log);
      expect(paged.events).toEqual(log);
    });

    it('ends without an error when it is aborted, waiting or not', async () => {
      await store.append('deal-1', 'no_stream', newEvents(30));
      const seen: number[] = [];
      for await (const page of subscribe({ pageSize: 10 })) {
        seen.push(page.events.length);
        if (page.caughtUp) setTimeout(() => stop.abort(), 20);
      }
      expect(seen.reduce((sum, n) => sum + n, 0)).toBe(30);
      for await (const _ of subscribe()) expect.unreachable('an aborted subscription has no pages');
    });

    it('can be left early, and the store goes on', async () => {
      await store.append('deal-1', 'no_stream', newEvents(30));
      for await (const page of subscribe({ pageSize: 10 })) {
        expect(page.events).toHaveLength(10);
        break;
      }
      expect((await untilCaughtUp(subscribe())).events).toHaveLength(30);
    });

    it('ends when the store is closed', async () => {
      for await (const page of subscribe()) if (page.caughtUp) setTimeout(() => void store.close(), 20);
      await store.close();
    });
  });
};
