import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { CommandRunner } from '#commands/command-runner.js';
import { EventRegistry } from '#commands/event-registry.js';
import { deciders } from '#composition/catalogue.js';
import { eventSchemas } from '#composition/event-schemas.js';
import { type DealEvent, dealDecider } from '#deals/deals.contract.js';
import { type EmbeddedEventStore, openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { StoredEvent } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { type Rep, repDecider } from '#people/people.contract.js';
import { STAGES } from './catalogue.js';
import { type DemoReport, type DemoRequest, type DemoStores, makeDemo, NotEmpty } from './make-demo.js';

const NOW = '2026-03-02T10:00:00.000Z';
const UNTIL = '2026-03-01';
const request: DemoRequest = { seed: 1, reps: 9, deals: 120, months: 15, until: UNTIL, currency: 'USD' };

const folder = mkdtempSync(join(tmpdir(), 'annals-demo-'));
const opened: EmbeddedEventStore[] = [];
const registry = new EventRegistry(deciders, eventSchemas);

const newStores = async (): Promise<DemoStores> => {
  const events = await openEmbeddedEventStore({ directory: join(folder, `log-${opened.length}`) });
  opened.push(events);
  const runner = new CommandRunner(events, registry);
  return { events, runner, now: () => NOW, timeZone: 'UTC', fiscalYearStart: 4 };
};

/** Every stream of the log with its events. */
const streamsOf = async ({ events }: DemoStores): Promise<Map<string, StoredEvent[]>> => {
  const streams = new Map<string, StoredEvent[]>();
  for (let after = 0n; ; ) {
    const page = await events.readAll({ after, limit: 1_000 });
    for (const event of page) streams.set(event.stream, [...(streams.get(event.stream) ?? []), event]);
    const last = page.at(-1);
    if (!last) return streams;
    after = last.position;
  }
};

/** What a log says, whenever and in whichever order of its streams it was recorded. */
const saidBy = async (stores: DemoStores) =>
  [...(await streamsOf(stores))]
    .map(
      ([stream, events]) =>
        [stream, events.map(({ id, type, data, metadata }) => ({ id, type, data, metadata }))] as const,
    )
    .sort(([a], [b]) => (a < b ? -1 : 1));

const made = async (over: Partial<DemoRequest> = {}): Promise<{ stores: DemoStores; report: DemoReport }> => {
  const stores = await newStores();
  return { stores, report: await makeDemo({ ...request, ...over }, stores) };
};

afterAll(async () => {
  for (const store of opened) await store.close();
  rmSync(folder, { recursive: true });
});

describe('makeDemo', () => {
  it('makes the same organisation from the same arguments, and another from another seed', async () => {
    const [one, other, third] = [await made(), await made(), await made({ seed: 2 })];
    expect(await saidBy(other.stores)).toEqual(await saidBy(one.stores));
    expect(other.report).toEqual(one.report);
    expect(await saidBy(third.stores)).not.toEqual(await saidBy(one.stores));
  });

  it('reports what the log then holds', async () => {
    const { stores, report } = await made();
    const streams = await streamsOf(stores);
    const count = (category: string): number =>
      [...streams.keys()].filter((stream) => stream.startsWith(`${category}-`)).length;
    expect(count('team')).toBe(report.teams);
    expect(count('customer')).toBe(report.customers);
    expect(count('deal')).toBe(report.deals);
    expect(count('activity')).toBe(report.activities);
    expect(count('quota')).toBe(report.quotas);
    expect(report.events).toBe([...streams.values()].flat().length);
    const last = await Promise.all(
      Array.from({ length: report.deals }, (_, index) => stores.runner.state(dealDecider, `deal-${index + 1}`)),
    );
    const inStatus = (status: string): number => last.filter((deal) => deal?.status === status).length;
    expect({ open: inStatus('Open'), won: inStatus('Won'), lost: inStatus('Lost') }).toEqual({
      open: report.open,
      won: report.won,
      lost: report.lost,
    });
  });

  it('adds nothing when it is made again, whichever day it is then', async () => {
    const { stores, report } = await made();
    const head = await stores.events.head();
    const again = await makeDemo({ ...request, until: null }, { ...stores, now: () => '2026-05-01T00:00:00.000Z' });
    expect(again).toEqual({ ...report, commands: 0, events: 0 });
    expect(await stores.events.head()).toBe(head);
  });

  it('goes on where it was interrupted', async () => {
    const stores = await newStores();
    const larger = { ...request, deals: 300 };
    const interrupted = makeDemo(larger, stores, (done) => {
      if (done === 40) throw new Error('interrupted');
    });
    await expect(interrupted).rejects.toThrow('interrupted');
    expect(await stores.runner.state(dealDecider, `deal-${larger.deals}`)).toBeNull();
    await makeDemo(larger, stores);
    expect(await saidBy(stores)).toEqual(await saidBy((await made(larger)).stores));
  });

  it('leaves a log alone that holds another demo or anything else', async () => {
    const { stores } = await made();
    const head = await stores.events.head();
    await expect(makeDemo({ ...request, seed: 5 }, stores)).rejects.toThrow(NotEmpty);
    expect(await stores.events.head()).toBe(head);

    const used = await newStores();
    const id = '0190a8f0-0000-7000-8000-000000000001';
    await used.events.append('team-a', 'no_stream', [
      {
        id,
        type: 'team-formed.v1',
        data: { teamId: 'a', name: 'A', parentId: null },
        metadata: { commandId: id, at: NOW },
      },
    ]);
    await expect(makeDemo(request, used)).rejects.toThrow(NotEmpty);
  });

  it('makes the smallest of organisations', async () => {
    const { report } = await made({ reps: 1, deals: 1, months: 1 });
    expect(report.deals).toBe(1);
    expect(report.departed).toBe(0);
  });
});

describe.each([1, 2, 3])('an organisation of seed %i', (seed) => {
  let reps: Map<string, Rep>;
  let streams: Map<string, StoredEvent[]>;
  let deals: (readonly Recorded<DealEvent>[])[];
  let report: DemoReport;

  it('can be made without a refusal', async () => {
    const big = await made({ seed, reps: 20, deals: 900, months: 18 });
    ({ report } = big);
    streams = await streamsOf(big.stores);
    deals = [...streams]
      .filter(([stream]) => stream.startsWith('deal-'))
      .map(([, events]) => events.map((event) => registry.decode<DealEvent>(event)));
    const people = [...streams].filter(([stream]) => stream.startsWith('rep-'));
    const states = people.map(
      async ([stream]) => [stream.slice(4), await big.stores.runner.state(repDecider, stream.slice(4))] as const,
    );
    reps = new Map((await Promise.all(states)).flatMap(([id, rep]) => (rep ? [[id, rep] as const] : [])));
    expect(report.departed).toBeGreaterThan(0);
  });

  it('has a past: in order, and over as it ends', () => {
    for (const events of streams.values()) {
      const times = events.map(({ metadata }) => String(metadata.at));
      expect(times).toEqual(times.toSorted());
      expect(times.at(-1) ?? '').toSatisfy((last: string) => last < `${UNTIL}T00:00:00.000Z`);
    }
  });

  it('has about ten events a deal', () => {
    const perDeal = report.events / report.deals;
    expect(perDeal).toBeGreaterThan(8);
    expect(perDeal).toBeLessThan(13);
  });

  it('wins from each stage about as often as the stage says, and not exactly', () => {
    const closed = deals.filter((events) => events.some(({ type }) => type === 'DealWon' || type === 'DealLost'));
    const deviations = STAGES.map(({ id, probability }) => {
      const entered = closed.filter((events) => events.some((event) => stageEntered(event) === id));
      const won = entered.filter((events) => events.some(({ type }) => type === 'DealWon'));
      return Math.abs(won.length / entered.length - probability);
    });
    expect(Math.max(...deviations)).toBeLessThan(0.15);
    expect(Math.max(...deviations)).toBeGreaterThan(0);
  });

  it('lives from few large deals', () => {
    const amounts = wonBy(deals)
      .map(({ amount }) => amount)
      .sort((a, b) => b - a);
    const sum = (list: readonly number[]): number => list.reduce((total, amount) => total + amount, 0);
    const share = sum(amounts.slice(0, Math.ceil(amounts.length / 10))) / sum(amounts);
    expect(share).toBeGreaterThan(0.3);
    expect(share).toBeLessThan(0.85);
  });

  it('has reps who differ', () => {
    const sold = new Map<string, number>();
    for (const { ownerId, amount } of wonBy(deals)) sold.set(ownerId, (sold.get(ownerId) ?? 0) + amount);
    const figures = [...sold.values()].sort((a, b) => b - a);
    expect((figures[0] ?? 0) / (figures[Math.floor(figures.length / 2)] ?? 1)).toBeGreaterThan(1.3);
  });

  it('hands over what leavers own, at the moment they leave', () => {
    for (const events of deals) {
      let owner: string | null = null;
      for (const event of events) {
        if (event.type === 'DealOpened') owner = event.data.ownerId;
        else if (event.type === 'DealReassigned') owner = event.data.to;
        else if (event.type !== 'DealReopened')
          expect(event.data).toSatisfy(() => owner !== null && isThere(reps.get(owner), event.meta.at));
      }
      const last = events.at(-1);
      const isClosed = last?.type === 'DealWon' || last?.type === 'DealLost';
      expect(isClosed || reps.get(owner ?? '')?.departure === null).toBe(true);
    }
    expect([...streams.values()].flat().some(({ type }) => type === 'customer-assigned.v1')).toBe(true);
  });

  it('shows what sales managers know: slipping, moving back, reopening, open tasks', () => {
    const types = new Set([...streams.values()].flat().map(({ type }) => type));
    for (const type of [
      'deal-rescheduled.v1',
      'deal-moved-back.v1',
      'deal-reopened.v1',
      'deal-categorized.v1',
      'deal-amount-changed.v1',
      'deal-lines-changed.v1',
      'rep-departed.v1',
    ]) {
      expect(types).toContain(type);
    }
    const tasks = [...streams.values()].filter(([first]) => first?.type === 'task-added.v1');
    expect(tasks.some((events) => events.every(({ type }) => type !== 'task-completed.v1'))).toBe(true);
  });
});

const stageEntered = (event: DealEvent): string | null => {
  if (event.type === 'DealOpened') return event.data.stage;
  return event.type === 'DealAdvanced' ? event.data.to : null;
};

const wonBy = (deals: readonly (readonly DealEvent[])[]): readonly { ownerId: string; amount: number }[] =>
  deals
    .flat()
    .flatMap((event) =>
      event.type === 'DealWon' ? [{ ownerId: event.data.ownerId ?? '', amount: event.data.amount.amount }] : [],
    );

/** Whether the rep had not left yet, or leaves at this very moment. */
const isThere = (rep: Rep | undefined, time: string): boolean =>
  rep !== undefined && (rep.departure === null || time <= rep.departure.at);
