import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredEvent } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { type Instant, instantOf } from '#kernel/instant.js';
import { DocumentCache, foldPage } from '#projections/fold-page.js';
import type { AnyProjection } from '#projections/projection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import type { FactSources } from './customer-facts.js';
import type { TimelineEvent } from './timeline-event.js';
import { rawEventsPage, timelinePage, timelineProjections } from './timeline-page.js';

const projections: readonly AnyProjection[] = timelineProjections;
const LATER: Instant = '2030-01-01T00:00:00.000Z';
const now = { asOf: LATER, knownAt: LATER, latest: true };

let directory: string;
let store: ReadStore;
/** What the log says. */
let said: readonly Recorded[] = [];

const sources = (): FactSources => ({
  reads: store,
  events: { readStream: async (stream) => said.filter((event) => event.stream === stream) as unknown as StoredEvent[] },
  registry: { checked: (event) => event as never, isBookkeeping: () => false },
});

const begin = async (): Promise<void> => {
  await store?.close();
  if (directory) rmSync(directory, { recursive: true });
  directory = mkdtempSync(join(tmpdir(), 'annals-timeline-'));
  store = await openEmbeddedReadStore({ directory });
  await store.ensure(projections.flatMap(({ documents, rows }) => (rows ? [documents, rows] : [documents])));
};

const project = async (events: readonly Recorded[], pageSize = 1_000): Promise<void> => {
  said = events;
  for (const projection of projections) {
    const cache = new DocumentCache();
    const relevant = events.filter(({ type }) => projection.types.includes(type));
    for (let start = 0; start < relevant.length; start += pageSize) {
      const writes = await foldPage(projection, relevant.slice(start, start + pageSize), store, cache);
      await store.commit({ writes, checkpoints: [] });
    }
  }
};

beforeAll(begin);
afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

/** Places facts in a log: each a minute after the one before, recorded a day later. */
class Log {
  readonly events: Recorded[] = [];
  private readonly revisions = new Map<string, bigint>();

  add(stream: string, fact: { type: string; data: unknown }, by = 'anna', at?: Instant): this {
    const place = this.events.length;
    const revision = (this.revisions.get(stream) ?? -1n) + 1n;
    this.revisions.set(stream, revision);
    this.events.push({
      ...(fact as TimelineEvent),
      id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
      stream,
      revision,
      position: BigInt(place + 1),
      meta: {
        at: at ?? minute(place),
        recordedAt: instantOf(Date.UTC(2017, 0, 2) + place * 60_000),
        by,
        source: 'api',
        commandId: 'c',
        correlationId: 'r',
      },
    });
    return this;
  }
}

const minute = (place: number): Instant => instantOf(Date.UTC(2017, 0, 1) + place * 60_000);
const usd = (amount: number) => ({ amount, currency: 'USD' });

const hired = (repId: string, name: string) => ({
  type: 'RepHired',
  data: { repId, name, email: `${repId}@example.com`, teamId: 't', role: 'rep', region: null, hiredOn: null },
});
const process = {
  type: 'ProcessDefined',
  data: {
    processId: 'p',
    name: 'Sales',
    stages: [
      { id: 'lead', name: 'Lead', probability: 0.1, forecastCategory: 'pipeline' },
      { id: 'offer', name: 'Offer made', probability: 0.5, forecastCategory: 'bestCase' },
    ],
    rules: { allowSkip: true, allowBack: true },
  },
};
const added = (customerId: string) => ({
  type: 'CustomerAdded',
  data: { customerId, name: 'Acme', industry: null, region: null, source: null, ownerId: 'anna', contacts: [] },
});
const opened = (dealId: string, customerId: string) => ({
  type: 'DealOpened',
  data: {
    dealId,
    customerId,
    processId: 'p',
    name: `Deal ${dealId}`,
    stage: 'lead',
    amount: usd(120_050),
    lines: [],
    ownerId: 'anna',
    expectedCloseOn: null,
    fields: {},
  },
});
const advanced = (dealId: string, customerId: string) => ({
  type: 'DealAdvanced',
  data: { dealId, customerId, from: 'lead', to: 'offer', fields: {} },
});
const task = (activityId: string, customerId: string | null) => ({
  type: 'TaskAdded',
  data: { activityId, repId: 'anna', customerId, dealId: null, subject: 'Send offer', text: null, dueOn: '2017-03-01' },
});
const passed = (activityId: string) => ({ type: 'TaskReassigned', data: { activityId, from: 'anna', to: 'bob' } });

describe('the timeline of a customer', () => {
  it('says what happened, newest first, with the names of people, stages and deals', async () => {
    await begin();
    const log = new Log()
      .add('rep-anna', hired('anna', 'Anna Arnold'), 'admin')
      .add('rep-bob', hired('bob', 'Bob Berg'), 'admin')
      .add('process-p', process, 'admin')
      .add('customer-c', added('c'), 'admin')
      .add('deal-d', opened('d', 'c'))
      .add('deal-d', advanced('d', 'c'))
      .add('activity-a', task('a', 'c'))
      .add('customer-other', added('other'))
      .add('activity-a', passed('a'), 'bob');
    await project(log.events);
    const { items, next } = await timelinePage(sources(), ['c'], now, {});
    expect(next).toBeNull();
    expect(items.map(({ by, text }) => `${by.name}: ${text}`)).toEqual([
      'Bob Berg: Task “Send offer” passed from Anna Arnold to Bob Berg',
      'Anna Arnold: Task “Send offer” for Anna Arnold, due on 2017-03-01',
      'Anna Arnold: Deal “Deal d” advanced from Lead to Offer made',
      'Anna Arnold: Deal “Deal d” opened in Lead for $1,200.50',
      'Administrator: Customer “Acme” added, looked after by Anna Arnold',
    ]);
    expect(items[0]).toEqual({
      at: minute(8),
      recordedAt: '2017-01-02T00:08:00.000Z',
      by: { id: 'bob', name: 'Bob Berg' },
      type: 'TaskReassigned',
      text: 'Task “Send offer” passed from Anna Arnold to Bob Berg',
      stream: 'activity-a',
      revision: '1',
      position: '9',
      activityId: 'a',
    });
  });

  it('says it in Chinese as well, and only what is about one kind of thing', async () => {
    await begin();
    const log = new Log()
      .add('rep-anna', hired('anna', 'Anna Arnold'), 'admin')
      .add('process-p', process, 'admin')
      .add('customer-c', added('c'), 'admin')
      .add('deal-d', opened('d', 'c'))
      .add('activity-a', task('a', 'c'));
    await project(log.events);
    const texts = async (asked: object) =>
      (await timelinePage(sources(), ['c'], now, asked)).items.map(({ text }) => text);
    expect(await texts({ language: 'zh' })).toEqual([
      '任务“Send offer”，由 Anna Arnold 负责，2017-03-01 到期',
      '商机“Deal d”在 Lead 建立，US$1,200.50',
      '新增客户“Acme”，由 Anna Arnold 负责',
    ]);
    expect(await texts({ about: 'deal' })).toEqual(['Deal “Deal d” opened in Lead for $1,200.50']);
    expect(await texts({ about: 'activity', limit: 1 })).toHaveLength(1);
    expect(await texts({ about: 'customer' })).toHaveLength(1);
  });

  it('orders by when it happened, and the raw events by their place in the log', async () => {
    await begin();
    const log = new Log()
      .add('customer-c', added('c'), 'admin', '2017-02-02T00:00:00.000Z')
      .add('deal-d', opened('d', 'c'), 'admin', '2017-02-01T00:00:00.000Z');
    await project(log.events);
    const types = ({ items }: { items: readonly { type: string }[] }) => items.map(({ type }) => type);
    expect(types(await timelinePage(sources(), ['c'], now, {}))).toEqual(['CustomerAdded', 'DealOpened']);
    expect(types(await rawEventsPage(sources(), ['c'], now, {}))).toEqual(['DealOpened', 'CustomerAdded']);
  });

  it('of any history, at any instant, in pages of any size, is a fold of the log', async () => {
    const customer = fc.constantFrom('c1', 'c2');
    const step = fc.oneof(
      customer.map((id) => ['customer', id, id] as const),
      fc.tuple(fc.constant('deal'), fc.constantFrom('d1', 'd2', 'd3'), customer),
      fc.tuple(fc.constant('activity'), fc.constantFrom('a1', 'a2'), fc.constantFrom('c1', 'c2', null)),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(step, fc.nat({ max: 40 })), { maxLength: 40 }),
        fc.integer({ min: 1, max: 7 }),
        fc.option(fc.tuple(fc.nat({ max: 60 }), fc.nat({ max: 60 })), { nil: null }),
        async (steps, size, instants) => {
          await begin();
          const log = new Log();
          /** Whose each stream is: the first fact decides. */
          const customerOf = new Map<string, string | null>();
          for (const [[kind, id, about], at] of steps) {
            const stream = `${kind}-${id}`;
            const first = !customerOf.has(stream);
            if (first) customerOf.set(stream, about);
            const owner = customerOf.get(stream) ?? null;
            log.add(stream, factOf(kind, id, owner, first), 'anna', minute(at));
          }
          await project(log.events, size);
          const at = instants
            ? {
                asOf: minute(instants[0]),
                knownAt: instantOf(Date.parse(minute(instants[1])) + 86_400_000),
                latest: false,
              }
            : now;
          for (const customerId of ['c1', 'c2']) {
            const expected = log.events
              .filter(({ stream }) => customerOf.get(stream) === customerId)
              .filter(({ meta }) => meta.at <= at.asOf && meta.recordedAt <= at.knownAt);
            const inTime = expected.toSorted(
              (a, b) => b.meta.at.localeCompare(a.meta.at) || Number(b.position - a.position),
            );
            const inLog = expected.toReversed();
            expect(await walk((page) => timelinePage(sources(), [customerId], at, page), size)).toEqual(
              inTime.map(({ position }) => String(position)),
            );
            expect(await walk((page) => rawEventsPage(sources(), [customerId], at, page), size)).toEqual(
              inLog.map(({ position }) => String(position)),
            );
          }
        },
      ),
      { numRuns: 60 },
    );
  });
});

const factOf = (kind: string, id: string, customerId: string | null, first: boolean) => {
  if (kind === 'customer') {
    return first ? added(id) : { type: 'CustomerClaimed', data: { customerId: id, ownerId: 'anna' } };
  }
  if (kind === 'deal') return first ? opened(id, customerId ?? '') : advanced(id, customerId ?? '');
  return first ? task(id, customerId) : passed(id);
};

type Walked = { items: readonly { position: string }[]; next: string | null };

/** Positions of all items, page by page. */
const walk = async (read: (page: { limit: number; cursor?: string }) => Promise<Walked>, limit: number) => {
  const positions: string[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Walked = await read({ limit, ...(cursor !== undefined && { cursor }) });
    positions.push(...page.items.map(({ position }) => position));
    cursor = page.next;
  }
  return positions;
};
