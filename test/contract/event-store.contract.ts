import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  type EventStore,
  EventStoreUnavailable,
  type ExpectedRevision,
  InvalidEvent,
  type NewEvent,
  type StoredEvent,
  WrongExpectedRevision,
} from '#event-store/event-store.js';
import { instantOf } from '#kernel/instant.js';
import { appendBehind, newEvent, newEvents } from './event-store.fixtures.js';
import { subscriptionContract } from './event-store-subscription.contract.js';

/** How an adapter is brought up for the contract. */
export type EventStoreHarness = Readonly<{
  /** A store on a fresh, empty log. */
  open(): Promise<EventStore>;
  /** A new instance on the log of the last `open`, whose instance has been closed. */
  reopen(): Promise<EventStore>;
  /** Closes what is still open and removes the log. */
  dispose(): Promise<void>;
}>;

const given = ({ id, type, data, metadata }: NewEvent): NewEvent => ({ id, type, data, metadata });

const wholeLog = async (
  store: EventStore,
  direction: 'forwards' | 'backwards',
  limit = 100,
): Promise<StoredEvent[]> => {
  const all: StoredEvent[] = [];
  for (;;) {
    const after = all.at(-1)?.position;
    const page = await store.readAll({ direction, limit, ...(after === undefined ? {} : { after }) });
    if (page.length === 0) return all;
    expect(page.length).toBeLessThanOrEqual(limit);
    all.push(...page);
  }
};

/** What every adapter of the event store promises. */
export const eventStoreContract = (name: string, harness: EventStoreHarness): void => {
  describe(`${name} as an event store`, () => {
    let store: EventStore;
    beforeEach(async () => {
      store = await harness.open();
    });
    afterEach(() => harness.dispose());

    const refused = async (append: Promise<unknown>): Promise<WrongExpectedRevision> => {
      const error = await append.then(
        () => new Error('the append was accepted'),
        (reason: unknown) => reason,
      );
      expect(error).toBeInstanceOf(WrongExpectedRevision);
      return error as WrongExpectedRevision;
    };

    it('tells the text of every event, page by page, as it reads back', async () => {
      await store.append('deal-1', 'no_stream', newEvents(5));
      await store.append('deal-2', 'no_stream', [newEvent('deal-noted.v1', { text: '漢字 "', 2: [1.5, null] })]);
      const told: StoredEvent[] = [];
      for (let page = await store.readText({ limit: 4 }); page.length > 0; ) {
        for (const { data, metadata, recordedAt, ...rest } of page) {
          const recorded = { recordedAt: instantOf(recordedAt) };
          told.push({ ...rest, ...recorded, data: JSON.parse(data), metadata: JSON.parse(metadata) });
        }
        page = await store.readText({ after: page.at(-1)?.position ?? 0n, limit: 4 });
      }
      expect(told).toEqual(await wholeLog(store, 'forwards'));
    });

    describe('append', () => {
      it('starts a stream, and answers with the revision and position of its last event', async () => {
        const events = newEvents(3);
        const result = await store.append('deal-1', 'no_stream', events);
        const stored = await store.readStream('deal-1');
        expect(stored.map(given)).toEqual(events);
        expect(stored.map(({ stream, revision }) => [stream, revision])).toEqual([
          ['deal-1', 0n],
          ['deal-1', 1n],
          ['deal-1', 2n],
        ]);
        expect(result).toEqual({ revision: 2n, position: stored[2]?.position });
      });

      it('goes on at the exact revision', async () => {
        await store.append('deal-1', 'no_stream', newEvents(2));
        expect((await store.append('deal-1', 1n, newEvents(2))).revision).toBe(3n);
        expect((await store.append('deal-1', 3n, newEvents(1))).revision).toBe(4n);
      });

      it.each<[string, number, ExpectedRevision, bigint | 'no_stream']>([
        ['a stream that exists where none was expected', 2, 'no_stream', 1n],
        ['a revision that has passed', 2, 0n, 1n],
        ['a revision that is not there yet', 2, 2n, 1n],
        ['a revision of a missing stream', 0, 0n, 'no_stream'],
      ])('refuses %s, and leaves nothing', async (_, existing, expected, actual) => {
        if (existing > 0) await store.append('deal-1', 'no_stream', newEvents(existing));
        const before = await wholeLog(store, 'forwards');
        const error = await refused(store.append('deal-1', expected, newEvents(2)));
        expect(error).toMatchObject({ stream: 'deal-1', expected });
        expect([actual, 'unknown']).toContain(error.actual);
        expect(await wholeLog(store, 'forwards')).toEqual(before);
      });

      it('returns the first result when the same ids come again at the same exact revision', async () => {
        const [opened, advanced] = [newEvents(2), newEvents(3)];
        const first = await store.append('deal-1', 'no_stream', opened);
        const second = await store.append('deal-1', 1n, advanced);
        await store.append('deal-1', 4n, newEvents(2));
        await store.append('deal-2', 'no_stream', newEvents(1));
        const before = await wholeLog(store, 'forwards');
        expect(await store.append('deal-1', 'no_stream', opened)).toEqual(first);
        expect(await store.append('deal-1', 1n, advanced)).toEqual(second);
        expect(await wholeLog(store, 'forwards')).toEqual(before);
      });

      it('appends once when the same append is under way twice', async () => {
        const events = newEvents(2);
        const append = () => store.append('deal-1', 'no_stream', events);
        const [first, second] = await Promise.all([append(), append()]);
        expect(second).toEqual(first);
        expect(await store.readStream('deal-1')).toHaveLength(2);
      });

      it('does not take other events for a repetition', async () => {
        const events = newEvents(2);
        await store.append('deal-1', 'no_stream', events);
        await refused(store.append('deal-1', 'no_stream', newEvents(2)));
        await refused(store.append('deal-1', 'no_stream', [newEvent(), ...events.slice(1)]));
      });

      it('lets exactly one of many appends at the same revision win', async () => {
        await store.append('deal-1', 'no_stream', newEvents(1));
        const outcomes = await Promise.allSettled(
          Array.from({ length: 30 }, () => store.append('deal-1', 0n, newEvents(2))),
        );
        const reasons = outcomes.flatMap((outcome) => (outcome.status === 'rejected' ? [outcome.reason] : []));
        expect(reasons).toHaveLength(29);
        for (const reason of reasons) expect(reason).toBeInstanceOf(WrongExpectedRevision);
        expect(await store.readStream('deal-1')).toHaveLength(3);
      });

      it('lets the appends beside a refused one pass', async () => {
        await store.append('deal-0', 'no_stream', newEvents(1));
        const outcomes = await Promise.allSettled(
          Array.from({ length: 60 }, (_, n) =>
            store.append(n % 3 === 0 ? 'deal-0' : `deal-${n}`, 'no_stream', newEvents(2)),
          ),
        );
        expect(outcomes.map(({ status }) => status)).toEqual(
          Array.from({ length: 60 }, (_, n) => (n % 3 === 0 ? 'rejected' : 'fulfilled')),
        );
        expect(await wholeLog(store, 'forwards')).toHaveLength(81);
      });

      const oddly = (data: unknown): NewEvent => ({ ...newEvent(), data: data as NewEvent['data'] });
      it.each<[string, () => readonly NewEvent[]]>([
        ['nothing', () => []],
        ['an id that is no UUID', () => [{ ...newEvent(), id: 'deal-1-opened' }]],
        ['an empty id', () => [{ ...newEvent(), id: '' }]],
        ['an empty type', () => [newEvent('')]],
        ['data with undefined', () => [oddly({ amount: undefined })]],
        ['data with a bigint deep inside', () => [oddly({ lines: [{ amount: 1n }] })]],
        ['data with a number that is not finite', () => [oddly({ amount: Number.NaN })]],
        ['data with a Date', () => [oddly({ at: new Date(0) })]],
        ['data with a function', () => [oddly({ at: () => 0 })]],
        ['data that is no object', () => [oddly('text')]],
        ['data without end', () => [oddly(((self: Record<string, unknown>) => Object.assign(self, { self }))({}))]],
        ['metadata with undefined', () => [{ ...newEvent(), metadata: { by: undefined as unknown as string } }]],
        ['data that is too large', () => [newEvent('deal-opened.v1', { text: 'x'.repeat(1_000_001) })]],
        ['a bad event after a good one', () => [newEvent(), newEvent('')]],
        ['the same id twice', () => ((event) => [event, event])(newEvent())],
      ])('refuses %s as invalid, leaves nothing and goes on working', async (_, events) => {
        await expect(store.append('deal-1', 'no_stream', events())).rejects.toThrow(InvalidEvent);
        expect(await store.head()).toBeNull();
        expect((await store.append('deal-1', 'no_stream', newEvents(1))).revision).toBe(0n);
      });

      it('refuses a stream without a name, and one of the store itself', async () => {
        await expect(store.append('', 'no_stream', newEvents(1))).rejects.toThrow(InvalidEvent);
        await expect(store.append('$settings', 'no_stream', newEvents(1))).rejects.toThrow(InvalidEvent);
      });

      it('keeps every kind of JSON as it was given', async () => {
        const data = {
          text: 'Zoë 王小明 🤝 "quoted" \\ \u0000 \u2028 \ud800',
          numbers: [0, -1.5, 1e300, Number.MAX_SAFE_INTEGER],
          nested: { empty: {}, list: [[], [null, true, false]], '': 'empty key' },
        };
        await store.append('deal-1', 'no_stream', [{ ...newEvent('größe-geändert.v1', data), metadata: data }]);
        expect((await store.readStream('deal-1')).map(({ type, data, metadata }) => [type, data, metadata])).toEqual([
          ['größe-geändert.v1', data, data],
        ]);
      });

      it('keeps large events', async () => {
        const events = [1, 2, 3].map((n) => newEvent('note-taken.v1', { text: String(n).repeat(200_000) }));
        for (const [n, event] of events.entries())
          await store.append('note-1', n === 0 ? 'no_stream' : BigInt(n - 1), [event]);
        expect((await store.readStream('note-1')).map(given)).toEqual(events);
      });

      it.each([
        "o'brien-1",
        'deal-a b/c?d=e&f#g',
        'deal-100%_*',
        '客户-王',
        'a',
        'deal--1-',
        'DEAL-1',
        'x'.repeat(200),
        ' deal ',
      ])('keeps streams with odd names apart: %s', async (stream) => {
        await store.append('deal-1', 'no_stream', newEvents(1));
        await store.append(stream, 'no_stream', newEvents(2));
        expect((await store.readStream(stream)).map((event) => event.stream)).toEqual([stream, stream]);
        expect((await wholeLog(store, 'forwards')).map((event) => event.stream)).toEqual(['deal-1', stream, stream]);
      });
    });

    describe('readStream', () => {
      beforeEach(async () => {
        for (let n = 0; n < 10; n += 1) {
          await appendBehind(store, 'deal-1', newEvents(1));
          await appendBehind(store, 'deal-2', newEvents(1));
        }
      });
      const revisions = async (options: Parameters<EventStore['readStream']>[1], stream = 'deal-1') =>
        (await store.readStream(stream, options)).map(({ revision }) => Number(revision));

      it.each([
        [{}, [0, 1, 2, 3, 4, 5, 6, 7, 8, 9]],
        [{ from: 7n }, [7, 8, 9]],
        [{ from: 0n, limit: 2 }, [0, 1]],
        [{ limit: 3 }, [0, 1, 2]],
        [{ from: 8n, limit: 5 }, [8, 9]],
        [{ from: 10n }, []],
        [{ direction: 'backwards' }, [9, 8, 7, 6, 5, 4, 3, 2, 1, 0]],
        [{ direction: 'backwards', limit: 1 }, [9]],
        [{ direction: 'backwards', from: 2n }, [2, 1, 0]],
        [{ direction: 'backwards', from: 5n, limit: 2 }, [5, 4]],
        [{ direction: 'backwards', from: 99n, limit: 1 }, [9]],
      ] as const)('reads with %o', async (options, expected) => {
        expect(await revisions(options)).toEqual(expected);
      });

      it('finds nothing in a missing stream', async () => {
        expect(await revisions({}, 'deal-3')).toEqual([]);
        expect(await revisions({ direction: 'backwards' }, 'deal-3')).toEqual([]);
        expect(await revisions({ from: 3n, limit: 1 }, 'deal-3')).toEqual([]);
      });
    });

    describe('readAll and head', () => {
      it('finds nothing in an empty log', async () => {
        expect(await store.readAll({ limit: 10 })).toEqual([]);
        expect(await store.readAll({ limit: 10, direction: 'backwards' })).toEqual([]);
        expect(await store.head()).toBeNull();
      });

      it('pages through the whole log in both directions, in the order of the appends', async () => {
        const events = newEvents(25);
        for (const [n, event] of events.entries()) await appendBehind(store, `deal-${n % 4}`, [event]);
        const forwards = await wholeLog(store, 'forwards', 10);
        expect(forwards.map(given)).toEqual(events);
        expect(await wholeLog(store, 'backwards', 10)).toEqual([...forwards].reverse());
        const [third, tenth] = [forwards[2], forwards[9]];
        expect(await store.readAll({ after: third?.position ?? 0n, limit: 7 })).toEqual(forwards.slice(3, 10));
        expect(await store.readAll({ after: tenth?.position ?? 0n, limit: 2, direction: 'backwards' })).toEqual([
          forwards[8],
          forwards[7],
        ]);
      });

      it('gives positions that grow, and times of recording that never decrease', async () => {
        await Promise.all(Array.from({ length: 100 }, (_, n) => appendBehind(store, `deal-${n % 10}`, newEvents(2))));
        const log = await wholeLog(store, 'forwards');
        for (const [n, event] of log.entries()) {
          const next = log[n + 1];
          if (next) expect(next.position > event.position && next.recordedAt >= event.recordedAt).toBe(true);
          expect(event.recordedAt).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
        }
        expect(log).toHaveLength(200);
      });

      it('knows the position of the last event', async () => {
        const { position } = await store.append('deal-1', 'no_stream', newEvents(3));
        expect(await store.head()).toBe(position);
        expect((await store.append('deal-2', 'no_stream', newEvents(1))).position).toBe(await store.head());
      });

      it('shows an append to every read as soon as it is acknowledged', async () => {
        for (let n = 0; n < 50; n += 1) {
          const { position } = await appendBehind(store, 'deal-1', newEvents(1));
          expect(await store.readStream('deal-1')).toHaveLength(n + 1);
          expect(await store.head()).toBe(position);
        }
      });
    });

    it('has short pages where the events are large, and all of them one page after the other', async () => {
      const large = Array.from({ length: 14 }, (_, n) =>
        newEvent('note-taken.v1', { text: String(n % 10).repeat(900_000) }),
      );
      for (const event of [...large, ...newEvents(3)]) await store.append(`note-${event.id}`, 'no_stream', [event]);
      const lengths = (pages: readonly (readonly unknown[])[]) => pages.map(({ length }) => length);
      const pagesOf = async <E extends { position: bigint }>(
        read: (from: { after?: bigint }) => Promise<readonly E[]>,
      ): Promise<(readonly E[])[]> => {
        const pages: (readonly E[])[] = [];
        for (let page = await read({}); page.length > 0; page = await read({ after: page.at(-1)?.position ?? 0n })) {
          pages.push(page);
        }
        return pages;
      };
      const forwards = await pagesOf((from) => store.readAll({ ...from, limit: 100 }));
      expect(forwards.flat().map(({ data }) => data)).toEqual([...large, ...newEvents(3)].map(({ data }) => data));
      const backwards = await pagesOf((from) => store.readAll({ ...from, limit: 100, direction: 'backwards' }));
      expect(backwards.flat()).toEqual(forwards.flat().reverse());
      const texts = await pagesOf((from) => store.readText({ ...from, limit: 100 }));
      expect(texts.flat().map(({ data }) => JSON.parse(data))).toEqual(forwards.flat().map(({ data }) => data));
      const followed: StoredEvent[][] = [];
      for await (const page of store.subscribe({ pageSize: 100, signal: AbortSignal.timeout(30_000) })) {
        followed.push([...page.events]);
        if (page.caughtUp) break;
      }
      expect(followed.flat()).toEqual(forwards.flat());
      // Nine large ones have 8,100,000 characters; the three small ones may be before them.
      for (const pages of [forwards, backwards, texts, followed]) expect(Math.max(...lengths(pages))).toBeLessThan(13);
    });

    it('agrees with a model in memory whatever is appended', async () => {
      const step = fc.record({
        stream: fc.nat(3),
        expected: fc.constantFrom('exact' as const, 'no_stream' as const, 'behind' as const, 'ahead' as const),
        data: fc.array(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 2 }), { maxKeys: 3 }), {
          minLength: 1,
          maxLength: 4,
        }),
      });
      await fc.assert(
        fc.asyncProperty(fc.array(step, { maxLength: 25 }), async (steps) => {
          const run = randomUUID();
          const start = await store.head();
          const streams = new Map<string, NewEvent[]>();
          for (const { stream, expected, data } of steps) {
            const name = `deal-${run}-${stream}`;
            const model = streams.get(name) ?? [];
            const last = BigInt(model.length) - 1n;
            const exact: ExpectedRevision = last < 0n ? 'no_stream' : last;
            const revision = {
              exact,
              no_stream: 'no_stream',
              behind: last < 1n ? 7n : last - 1n,
              ahead: last + 1n,
            } as const;
            const at = revision[expected];
            // Their keys come back in the order of JSON, so compare with what JSON makes of them.
            const events = data.map((one) => newEvent('deal-noted.v1', JSON.parse(JSON.stringify(one))));
            if (at === exact) {
              expect((await store.append(name, at, events)).revision).toBe(last + BigInt(events.length));
              streams.set(name, [...model, ...events]);
            } else {
              await refused(store.append(name, at, events));
            }
          }
          for (const [name, model] of streams) {
            expect((await store.readStream(name)).map(given)).toEqual(model);
            expect((await store.readStream(name, { direction: 'backwards' })).map(given)).toEqual([...model].reverse());
          }
          const appended = await store.readAll({ limit: 1_000, ...(start === null ? {} : { after: start }) });
          const byStream = groupByStream(appended);
          expect(new Map([...byStream].map(([name, events]) => [name, events.map(given)]))).toEqual(streams);
          const backwards = await store.readAll({ limit: Math.max(1, appended.length), direction: 'backwards' });
          if (appended.length > 0) expect(backwards).toEqual([...appended].reverse());
        }),
        { numRuns: 30 },
      );
    });

    describe('close', () => {
      it('shows the same log when it is opened again, and goes on from there', async () => {
        const events = newEvents(5);
        await store.append('deal-1', 'no_stream', events.slice(0, 3));
        const { position } = await store.append('deal-1', 2n, events.slice(3));
        const before = await wholeLog(store, 'forwards');
        await store.close();
        const again = await harness.reopen();
        expect(await wholeLog(again, 'forwards')).toEqual(before);
        expect(await again.append('deal-1', 2n, events.slice(3))).toEqual({ revision: 4n, position });
        await again.append('deal-1', 4n, newEvents(1));
        const recorded = (await wholeLog(again, 'forwards')).map(({ recordedAt }) => recordedAt);
        expect(recorded).toEqual([...recorded].sort());
      });

      it('waits for the appends under way', async () => {
        const appends = Array.from({ length: 50 }, (_, n) => store.append(`deal-${n}`, 'no_stream', newEvents(1)));
        const closed = store.close();
        expect(await Promise.all(appends)).toHaveLength(50);
        await closed;
        expect(await wholeLog(await harness.reopen(), 'forwards')).toHaveLength(50);
      });

      it('takes no append and no read afterwards', async () => {
        await store.close();
        await expect(store.append('deal-1', 'no_stream', newEvents(1))).rejects.toThrow(EventStoreUnavailable);
        await expect(store.readStream('deal-1')).rejects.toThrow(EventStoreUnavailable);
        await expect(store.head()).rejects.toThrow(EventStoreUnavailable);
        await store.close();
      });
    });

    subscriptionContract(() => store);
  });
};

const groupByStream = (events: readonly StoredEvent[]): Map<string, StoredEvent[]> => {
  const groups = new Map<string, StoredEvent[]>();
  for (const event of events) groups.set(event.stream, [...(groups.get(event.stream) ?? []), event]);
  return groups;
};
