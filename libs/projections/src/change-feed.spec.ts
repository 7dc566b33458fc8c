import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { EventRegistry } from '#commands/event-registry.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import type { Decider, DomainEvent } from '#kernel/event.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { appendBehind } from '#test/contract/event-store.fixtures.js';
import { type Change, ChangeFeed } from './change-feed.js';
import { Progress } from './progress.js';
import { type AnyProjection, checkpointName } from './projection.js';
import { ReadModels } from './read-models.js';

const lamp: Decider<null, DomainEvent<'LampLit', object>> = {
  category: 'lamp',
  types: { LampLit: 'lamp-lit.v1' },
  initial: null,
  evolve: () => null,
};
const lamps: AnyProjection = {
  name: 'lamps',
  version: 1,
  types: ['LampLit'],
  documents: { name: 'lamps_v1', columns: {}, indexes: {} },
  keyOf: ({ stream }) => stream,
  evolve: () => ({ doc: {} }),
};

let directory: string;
let events: EventStore;
let reads: ReadStore;
let progress: Progress;
let stopping: AbortController;
let running: Promise<void>;
let feed: ChangeFeed;
let announced: Change[];

/** Appends so many; their positions. */
const light = async (count: number): Promise<readonly bigint[]> => {
  const facts = Array.from({ length: count }, () => ({
    id: randomUUID(),
    type: 'lamp-lit.v1',
    data: {},
    metadata: {},
  }));
  const { position } = await appendBehind(events, 'lamp-hall', facts);
  return facts.map((_, index) => position - BigInt(count - 1 - index));
};

const show = (position: bigint | undefined): void => progress.advance([[checkpointName(lamps), position ?? 0n]]);

/** Positions of the next so many changes. */
const take = async (
  from: AsyncGenerator<{ changes: readonly Change[] }>,
  count: number,
): Promise<readonly bigint[]> => {
  const positions: bigint[] = [];
  while (positions.length < count) {
    const next = await from.next();
    if (next.done) break;
    positions.push(...next.value.changes.map(({ position }) => position));
  }
  return positions;
};

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-changes-'));
  events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  reads = await openEmbeddedReadStore({ directory: join(directory, 'reads') });
  progress = new Progress();
  show(0n);
  stopping = new AbortController();
  announced = [];
  feed = new ChangeFeed({
    events,
    registry: new EventRegistry([lamp]),
    readModels: new ReadModels(reads, progress),
    projections: [lamps],
    onError: (error) => expect.unreachable(String(error)),
    onAnnounced: (changes) => announced.push(...changes),
    capacity: 10,
  });
  running = feed.run(stopping.signal);
});

afterEach(async () => {
  stopping.abort();
  await running;
  await events.close();
  await reads.close();
  rmSync(directory, { recursive: true });
});

describe('the change feed', () => {
  it('tells where a follower starts, then what changed', async () => {
    const follower = feed.follow(null, stopping.signal);
    expect(await follower.next()).toEqual({ done: false, value: { position: 0n, changes: [] } });
    const [position = 0n] = await light(1);
    show(position);
    const change = { position, stream: 'lamp-hall', recordId: 'hall', kind: 'lamp', type: 'LampLit' };
    expect(await follower.next()).toEqual({ done: false, value: { position, changes: [change] } });
  });

  it('goes on from the end of the log for who has seen more than there is', async () => {
    const [position = 0n] = await light(3);
    const follower = feed.follow(position + 5n, stopping.signal);
    expect(await follower.next()).toEqual({ done: false, value: { position: 3n, changes: [] } });
    const lit = await light(1);
    show(lit[0]);
    expect(await take(follower, 1)).toEqual(lit);
  });

  it('announces nothing before the read models show it', async () => {
    const follower = feed.follow(0n, stopping.signal);
    await follower.next();
    const [first = 0n, second = 0n] = await light(2);
    await sleep(50);
    show(first);
    await sleep(50);
    expect(announced).toEqual([]);
    show(second);
    expect(await take(follower, 2)).toEqual([first, second]);
  });

  it('leaves the pace to each follower, and gives each everything once', async () => {
    const slow = feed.follow(0n, stopping.signal);
    await slow.next();
    const quick = feed.follow(0n, stopping.signal);
    const positions: bigint[] = [];
    for (let burst = 0; burst < 30; burst += 1) {
      const lit = await light(1 + (burst % 7));
      positions.push(...lit);
      show(lit.at(-1));
      expect(await take(quick, lit.length)).toEqual(lit);
    }
    // More than is kept in memory: the slow one reads on from the log.
    expect(positions.length).toBeGreaterThan(20);
    expect(await take(slow, positions.length)).toEqual(positions);
    const late = feed.follow(positions[60] ?? 0n, stopping.signal);
    expect(await take(late, positions.length - 61)).toEqual(positions.slice(61));
    expect(announced.map(({ position }) => position)).toEqual(positions);
  });

  it('ends all followers when it is told to', async () => {
    const follower = feed.follow(null, stopping.signal);
    await follower.next();
    const ending = follower.next();
    stopping.abort();
    expect(await ending).toEqual({ done: true, value: undefined });
  });
});
