import { randomUUID } from 'node:crypto';
import { EventStoreDBClient } from '@eventstore/db-client';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { instantOf } from '#kernel/instant.js';
import { appendBehind, newEvent, newEvents } from '#test/contract/event-store.fixtures.js';
import { EventStoreDbDouble } from '#test/eventstoredb-double/eventstoredb-double.js';
import {
  type EventPage,
  type EventStore,
  EventStoreUnavailable,
  InvalidEvent,
  type StoredEvent,
  WrongExpectedRevision,
} from '../event-store.js';
import { openEventStoreDb } from './eventstoredb-event-store.js';

const SHORT = { connectMs: 5_000, callMs: 300, giveUpMs: 5_000 };
const after = (milliseconds: number, then: () => unknown): void => {
  setTimeout(then, milliseconds);
};

describe('the EventStoreDB adapter', () => {
  let server: EventStoreDbDouble;
  let store: EventStore;
  let stop: AbortController;

  beforeEach(async () => {
    stop = new AbortController();
    server = new EventStoreDbDouble();
    await server.start();
    store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT });
  });
  afterEach(async () => {
    stop.abort();
    server.faults.thaw();
    server.faults.refusal = 'none';
    await store.close();
    server.stop();
  });

  /** The revisions of stream deal-1 that a subscription delivers, until it has seen `last`. */
  const followUntil = async (last: bigint, onPage: (page: EventPage) => unknown = () => undefined) => {
    const seen: bigint[] = [];
    for await (const page of store.subscribe({ signal: stop.signal, pageSize: 20 })) {
      seen.push(...page.events.map(({ revision }) => revision));
      await onPage(page);
      if (seen.includes(last)) break;
    }
    return seen;
  };
  const upTo = (last: number): bigint[] => Array.from({ length: last + 1 }, (_, n) => BigInt(n));

  it.each([
    ['no JSON', 'application/json', '{"amount'],
    ['no object', 'application/json', '[1]'],
    ['bytes', 'application/octet-stream', 'AB'],
  ])('marks in its stream what another program wrote: %s', async (_, contentType, data) => {
    await store.append('deal-1', 'no_stream', newEvents(1));
    const event = { id: randomUUID(), type: 'deal-won.v1', contentType, metadata: new Uint8Array() };
    server.log.append('deal-1', 0n, [{ ...event, data: Buffer.from(data) }]);
    await store.append('deal-2', 'no_stream', newEvents(1));
    const [own, foreign] = await store.readStream('deal-1');
    expect(own?.unreadable).toBeUndefined();
    expect(foreign).toMatchObject({ type: 'deal-won.v1', revision: 1n, data: {}, unreadable: 'is no JSON object' });
    expect((await store.readStream('deal-2')).length).toBe(1);
    expect((await store.readAll({ limit: 10 })).map(({ stream }) => stream)).toEqual(['deal-1', 'deal-2']);
  });

  describe('when the server is not there at the start', () => {
    beforeEach(() => store.close());

    it('waits for it', async () => {
      server.stop();
      after(700, () => server.start());
      store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT });
      expect(await store.head()).toBeNull();
    });

    it('waits until it is ready', async () => {
      server.faults.refusal = 'notReady';
      after(300, () => {
        server.faults.refusal = 'none';
      });
      store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT });
      expect((await store.append('deal-1', 'no_stream', newEvents(1))).revision).toBe(0n);
    });

    it('gives up after a time, and can be opened again', async () => {
      server.stop();
      const options = { connectionString: server.connectionString, ...SHORT };
      await expect(openEventStoreDb({ ...options, connectMs: 300 })).rejects.toThrow(EventStoreUnavailable);
      await server.start();
      store = await openEventStoreDb(options);
      expect(await store.head()).toBeNull();
    });
  });

  it('goes on after a restart of the server in the middle of appends, reads and a subscription', async () => {
    const following = followUntil(59n);
    after(50, () => server.restart());
    for (let n = 0; n < 60; n += 1) {
      const { revision } = await store.append('deal-1', n === 0 ? 'no_stream' : BigInt(n - 1), newEvents(1));
      expect(revision).toBe(BigInt(n));
      expect(await store.readStream('deal-1', { direction: 'backwards', limit: 1 })).toHaveLength(1);
    }
    expect(await following).toEqual(upTo(59));
  });

  it('writes each of many appends under way once when the connection breaks below them', async () => {
    const appends = Array.from({ length: 200 }, (_, n) => store.append(`deal-${n}`, 'no_stream', newEvents(2)));
    after(20, () => server.restart());
    expect(await Promise.all(appends)).toHaveLength(200);
    expect(await store.readAll({ limit: 1_000 })).toHaveLength(400);
  });

  it('says that a frozen server is unavailable, and finds after its thaw that nothing was doubled', async () => {
    await store.close();
    store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT, giveUpMs: 700 });
    await store.append('deal-1', 'no_stream', newEvents(1));
    server.faults.freeze();
    const events = newEvents(2);
    const started = Date.now();
    await expect(store.append('deal-1', 0n, events)).rejects.toThrow(EventStoreUnavailable);
    await expect(store.readStream('deal-1')).rejects.toThrow(EventStoreUnavailable);
    expect(Date.now() - started).toBeLessThan(6_000);
    server.faults.thaw();
    expect((await store.append('deal-1', 0n, events)).revision).toBe(2n);
    expect(await store.readStream('deal-1')).toHaveLength(3);
  });

  it('follows the leader when another node answers', async () => {
    const follower = new EventStoreDbDouble();
    await follower.start();
    follower.faults.refusal = { leader: { host: '127.0.0.1', port: server.port } };
    await store.close();
    store = await openEventStoreDb({ connectionString: follower.connectionString, ...SHORT });
    await store.append('deal-1', 'no_stream', newEvents(3));
    expect(server.log.stream('deal-1')).toHaveLength(3);
    expect(follower.log.stream('deal-1')).toHaveLength(0);
    expect(await followUntil(2n)).toEqual(upTo(2));
    follower.stop();
  });

  it.each(['loseAnswers', 'breakAnswers', 'breakAppends'] as const)(
    'writes an append of unknown outcome exactly once (%s)',
    async (fault) => {
      await store.append('deal-1', 'no_stream', newEvents(1));
      server.faults[fault] = 2;
      const appended = await store.append('deal-1', 0n, newEvents(2));
      const stored = await store.readStream('deal-1');
      expect(stored.map(({ revision }) => revision)).toEqual(upTo(2));
      expect(appended).toEqual({ revision: 2n, position: stored[2]?.position });
    },
  );

  it('sends few appends at once that are large in bytes, however few characters they have', async () => {
    await store.append('deal-0', 'no_stream', newEvents(1));
    const sent = vi.spyOn(EventStoreDBClient.prototype, 'appendToStream');
    const inFlight = async (name: string, text: string): Promise<number> => {
      sent.mockClear();
      server.faults.freeze();
      const appends = Array.from({ length: 40 }, (_, n) =>
        store.append(`${name}-${n}`, 'no_stream', [newEvent('note-taken.v1', { text })]),
      );
      await new Promise((resolve) => setTimeout(resolve, 50));
      const { length } = sent.mock.calls;
      server.faults.thaw();
      await Promise.all(appends);
      return length;
    };
    try {
      // The 60,000 bytes that surely leave the process take 40 appends of 1,200, and 18 of 3,200.
      expect(await inFlight('latin', 'x'.repeat(1_000))).toBe(40);
      expect(await inFlight('chinese', '漢'.repeat(1_000))).toBe(18);
    } finally {
      sent.mockRestore();
    }
  });

  it('carries the appends of others through the failure of one', async () => {
    await store.append('deal-0', 'no_stream', newEvents(1));
    server.faults.breakAnswers = 1;
    const outcomes = await Promise.allSettled([
      ...Array.from({ length: 20 }, (_, n) => store.append(`deal-${n + 1}`, 'no_stream', newEvents(1))),
      store.append('deal-0', 'no_stream', newEvents(1)),
    ]);
    expect(outcomes.slice(0, 20).every(({ status }) => status === 'fulfilled')).toBe(true);
    expect(outcomes[20]).toMatchObject({ reason: expect.any(WrongExpectedRevision) });
    expect(await store.readAll({ limit: 100 })).toHaveLength(21);
  });

  it('delivers every event once to a slow consumer, without reading far ahead of it', async () => {
    for (let n = 0; n < 10; n += 1) await appendBehind(store, 'deal-1', newEvents(50));
    const sizes: number[] = [];
    const seen = await followUntil(499n, async ({ events }) => {
      sizes.push(events.length);
      await new Promise((resolve) => setTimeout(resolve, 5));
    });
    expect(seen).toEqual(upTo(499));
    expect(Math.max(...sizes)).toBe(20);
  });

  it('holds two pages at most, however large the events and slow the consumer', async () => {
    for (let n = 0; n < 60; n += 1) {
      await store.append(`note-${n}`, 'no_stream', [
        newEvent('note-taken.v1', { text: String(n % 10).repeat(500_000) }),
      ]);
    }
    let received = 0;
    const { subscribeToAll } = EventStoreDBClient.prototype;
    const spy = vi.spyOn(EventStoreDBClient.prototype, 'subscribeToAll').mockImplementation(function (
      this: EventStoreDBClient,
      ...args
    ) {
      return subscribeToAll.apply(this, args).on('data', () => {
        received += 1;
      });
    });
    try {
      let taken = 0;
      for await (const page of store.subscribe({ pageSize: 10_000, signal: stop.signal })) {
        taken += page.events.length;
        expect(page.events.length).toBeLessThan(20);
        // What is there by now is there while the consumer has the page.
        await new Promise((resolve) => setTimeout(resolve, 200));
        expect(received - taken).toBeLessThan(20);
        if (page.caughtUp) break;
      }
      expect(taken).toBe(60);
    } finally {
      spy.mockRestore();
    }
  });

  it('delivers what there is of a slow server at once', async () => {
    await store.append('deal-1', 'no_stream', newEvents(10));
    server.faults.delay = 70;
    const sizes: number[] = [];
    expect(await followUntil(9n, ({ events }) => sizes.push(events.length))).toEqual(upTo(9));
    expect(sizes.length).toBeGreaterThan(3);
  });

  it('takes a dropped subscription up where its consumer is', async () => {
    await store.append('deal-1', 'no_stream', newEvents(100));
    let drops = 0;
    const following = followUntil(149n, () => {
      if (drops < 4) server.faults.dropSubscriptions();
      drops += 1;
    });
    await store.append('deal-1', 99n, newEvents(50));
    expect(await following).toEqual(upTo(149));
    expect(drops).toBeGreaterThan(4);
  });

  it('tells the same time of an event wherever a read began, when the next leader is behind', async () => {
    const times = ['10:00:04.000', '10:00:05.000', '10:00:04.200', '10:00:04.900', '10:00:06.000'];
    const recorded = times.map((time) => `2026-03-01T${time}Z`);
    const followed: string[] = [];
    const following = followUntil(4n, ({ events }) => followed.push(...events.map(({ recordedAt }) => recordedAt)));
    for (const [n, time] of recorded.entries()) {
      server.log.now = () => Date.parse(time);
      if (n === 2) server.faults.dropSubscriptions();
      await store.append('deal-1', n === 0 ? 'no_stream' : BigInt(n - 1), newEvents(1));
    }
    await following;
    expect(followed).toEqual(recorded);
    const timesOf = (events: readonly StoredEvent[]) => events.map(({ recordedAt }) => recordedAt);
    const all = await store.readAll({ limit: 10 });
    expect(timesOf(all)).toEqual(recorded);
    for (const [n, { position }] of all.entries()) {
      expect(timesOf(await store.readAll({ after: position, limit: 10 }))).toEqual(recorded.slice(n + 1));
      expect(timesOf(await store.readStream('deal-1', { from: BigInt(n) }))).toEqual(recorded.slice(n));
    }
    expect(timesOf(await store.readAll({ limit: 10, direction: 'backwards' }))).toEqual([...recorded].reverse());
    expect((await store.readText({ limit: 10 })).map(({ recordedAt }) => instantOf(recordedAt))).toEqual(recorded);
  });

  it('does not let an event of the server itself show, nor count as the head', async () => {
    const { position } = await store.append('deal-1', 'no_stream', newEvents(1));
    for (let n = 0; n < 100; n += 1) server.log.recordOwn('$stats-127.0.0.1:2113', '$statsCollected');
    expect(await store.head()).toBe(position);
    expect(await store.readAll({ limit: 10, after: position })).toEqual([]);
    expect(await store.readAll({ limit: 10 })).toHaveLength(1);
  });

  it('gives a restored event the time of its first recording', async () => {
    const recordedAt = '2017-03-01T00:00:00.000Z';
    await store.append('deal-1', 'no_stream', [{ ...newEvent(), metadata: { recordedAt } }, newEvent()]);
    const [restored, fresh] = await store.readAll({ limit: 10 });
    expect(restored?.recordedAt).toBe(recordedAt);
    expect(fresh && fresh.recordedAt > recordedAt).toBe(true);
  });

  it('shares one client between the stores of a process, and refuses a second server beside it', async () => {
    const second = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT });
    const pending = store.append('deal-1', 'no_stream', newEvents(1));
    await second.close();
    expect((await pending).revision).toBe(0n);
    await expect(openEventStoreDb({ connectionString: 'esdb://127.0.0.1:1?tls=false' })).rejects.toThrow(
      'another connection string',
    );
  });

  it('can be opened again while it is being closed', async () => {
    await store.append('deal-1', 'no_stream', newEvents(1));
    const closing = store.close();
    store = await openEventStoreDb({ connectionString: server.connectionString, ...SHORT });
    expect((await store.append('deal-1', 0n, newEvents(1))).revision).toBe(1n);
    await closing;
  });

  it('says that an append is invalid which is larger than the server takes', async () => {
    const large = [1, 2].map((n) => newEvent('note-taken.v1', { text: String(n).repeat(600_000) }));
    await expect(store.append('note-1', 'no_stream', large)).rejects.toThrow(InvalidEvent);
    expect((await store.append('note-1', 'no_stream', large.slice(1))).revision).toBe(0n);
  });

  it('refuses a connection string that would hide refused appends', async () => {
    const connectionString = `${server.connectionString}&throwOnAppendFailure=false`;
    await expect(openEventStoreDb({ connectionString })).rejects.toThrow('throwOnAppendFailure');
  });
});
