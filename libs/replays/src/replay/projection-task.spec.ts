import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, describe, expect, it } from 'vitest';
import type { EventRegistry } from '#commands/event-registry.js';
import type { EventStore } from '#event-store/event-store.js';
import type { DomainEvent, Recorded } from '#kernel/event.js';
import type { Projection } from '#projections/projection.js';
import { projectionTask } from './projection-task.js';
import { ReplayFolder } from './replay-folder.js';
import type { Bound } from './replay-request.js';
import type { ReplayTask } from './replay-task.js';
import { runReplay } from './run-replay.js';

const dataDir = mkdtempSync(join(tmpdir(), 'annals-projection-task-'));
afterAll(() => rmSync(dataDir, { recursive: true }));

type Counted = Readonly<{ type: 'Counted'; data: Readonly<{ key: string }> }> & DomainEvent;

/** How often each key was counted; its documents are found by no index. */
const counts: Projection<Counted, Readonly<{ n: number }>> = {
  name: 'counts',
  version: 1,
  types: ['Counted'],
  documents: { name: 'counts_v1', columns: { n: 'integer' }, indexes: {} },
  keyOf: ({ data }) => data.key,
  evolve: (doc) => ({ doc: { n: (doc?.n ?? 0) + 1 } }),
};

/** Positions have gaps, and every ten events were recorded together. */
const logOf = (keys: readonly number[]): readonly (Recorded<Counted> & Readonly<{ recordedAt: string }>)[] =>
  keys.map((key, n) => {
    const recordedAt = new Date(Date.UTC(2020, 0, 1) + Math.floor(n / 10) * 1000).toISOString();
    const position = BigInt(n * 3);
    const meta = { by: 'ana', at: recordedAt, recordedAt } as Recorded['meta'];
    const id = `event-${n}`;
    return {
      type: 'Counted',
      data: { key: `k${key}` },
      id,
      stream: `s-${n}`,
      revision: 0n,
      position,
      meta,
      recordedAt,
    };
  });

/** Gives pages of `most` events at the most. */
const sourcesOf = (log: ReturnType<typeof logOf>, most: number) => ({
  events: {
    readAll: async ({ after = -1n }: { after?: bigint }) =>
      log.filter(({ position }) => position > after).slice(0, most),
  } as unknown as EventStore,
  registry: { isBookkeeping: () => false, decode: (event: unknown) => event } as unknown as EventRegistry,
});

class Killed extends Error {}

/** Dies with the page `diesAt` done and not yet kept: what it folded is stored, where to go on is not. */
const dying = (task: ReplayTask, diesAt: number): ReplayTask => ({
  ...task,
  pages: async function* (next, signal) {
    let pages = 0;
    for await (const page of task.pages(next, signal)) {
      if (pages === diesAt) throw new Killed();
      pages += 1;
      yield page;
    }
  },
});

const options = { signal: new AbortController().signal, now: () => '2020-01-02T00:00:00.000Z', onProgress: () => {} };

let folders = 0;

/** What the replay of the stretch gives, by key, when it is killed so often, and loses its scratch area so often. */
const replayed = async (
  log: ReturnType<typeof logOf>,
  stretch: Readonly<{ from: Bound | null; to: Bound | null }>,
  { page, deaths }: Readonly<{ page: number; deaths: readonly Readonly<{ at: number; isLost: boolean }>[] }>,
): Promise<readonly (readonly [key: string, position: number, n: number])[]> => {
  folders += 1;
  const folder = new ReplayFolder({ dataDir }, `replay-${folders}`);
  const head = log.at(-1)?.position ?? -1n;
  const request = { kind: 'projection', projection: 'counts', ...stretch } as const;
  await folder.order({ id: folder.id, by: 'ana', at: '2020-01-01T00:00:00.000Z', head: String(head), request });
  const task = projectionTask(request, counts, sourcesOf(log, page), folder.scratch, head);
  for (const { at, isLost } of deaths) {
    await runReplay(folder, dying(task, at), options).catch((error: unknown) => {
      if (!(error instanceof Killed)) throw error;
    });
    if (isLost && !(await folder.report())) rmSync(folder.scratch, { recursive: true, force: true });
  }
  await runReplay(folder, task, options);
  const lines = readFileSync(folder.result('ndjson'), 'utf8').split('\n').filter(Boolean);
  return lines.map((line) => JSON.parse(line)).map(({ key, position, n }) => [key, position, n] as const);
};

/** The same by plain counting. */
const counted = (log: ReturnType<typeof logOf>, { from, to }: { from: Bound | null; to: Bound | null }) => {
  const isIn = (bound: Bound, { position, recordedAt }: (typeof log)[number], isEnd: boolean): boolean => {
    if ('position' in bound) return position <= BigInt(bound.position);
    return isEnd ? recordedAt <= bound.recordedAt : recordedAt < bound.recordedAt;
  };
  const found = new Map<string, readonly [key: string, position: number, n: number]>();
  const changed = new Set<string>();
  for (const event of log.filter((event) => to === null || isIn(to, event, true))) {
    const { key } = event.data;
    found.set(key, [key, Number(event.position), (found.get(key)?.[2] ?? 0) + 1]);
    if (from === null || !isIn(from, event, false)) changed.add(key);
  }
  return [...found.values()].filter(([key]) => changed.has(key)).sort(([, a], [, b]) => a - b);
};

const EVENTS = 60;
const bounds = fc.oneof(
  fc.constant(null),
  fc.integer({ min: -1, max: EVENTS * 3 }).map((position): Bound => ({ position: String(position) })),
  fc.integer({ min: 0, max: EVENTS / 10 }).map((second): Bound => ({ recordedAt: `2020-01-01T00:00:0${second}.000Z` })),
);

describe('a read model over a stretch of the log', () => {
  it('gives the documents that it changed, as they stood at its end, wherever it was killed', async () => {
    const property = fc.asyncProperty(
      fc.array(fc.nat(25), { minLength: EVENTS, maxLength: EVENTS }),
      fc.record({ from: bounds, to: bounds }),
      fc.record({
        page: fc.integer({ min: 1, max: 25 }),
        deaths: fc.array(fc.record({ at: fc.nat(8), isLost: fc.boolean() }), { maxLength: 4 }),
      }),
      async (keys, stretch, life) => {
        const log = logOf(keys);
        expect(await replayed(log, stretch, life)).toEqual(counted(log, stretch));
      },
    );
    await fc.assert(property, { numRuns: 60 });
  });

  it('begins inside a page that was folded and not kept when the process was killed', async () => {
    const log = logOf([0, 1, 2, 3, 4, 5, 6, 7]);
    const stretch = { from: { position: '15' }, to: null };
    const life = { page: 4, deaths: [{ at: 1, isLost: false }] };
    expect(await replayed(log, stretch, life)).toEqual([
      ['k6', 18, 1],
      ['k7', 21, 1],
    ]);
  });

  it('is given page by page, each document once, when there are many', async () => {
    const log = logOf(Array.from({ length: 450 }, (_, n) => n));
    const life = { page: 200, deaths: [5, 0, 1, 0].map((at) => ({ at, isLost: false })) };
    expect(await replayed(log, { from: null, to: null }, life)).toEqual(counted(log, { from: null, to: null }));
  });
});
