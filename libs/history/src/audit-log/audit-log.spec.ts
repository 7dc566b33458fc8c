import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { StoredEvent } from '#event-store/event-store.js';
import type { Recorded } from '#kernel/event.js';
import { instantOf } from '#kernel/instant.js';
import { DocumentCache, foldPage } from '#projections/fold-page.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { InvalidCursor, type ReadStore } from '#read-store/read-store.js';
import { auditLog, storedNames } from './audit-log.projection.js';
import { type AuditFilter, type AuditSources, auditPage } from './audit-page.js';

const TYPES = ['CustomerAdded', 'DealOpened', 'DealAdvanced', 'DealWon', 'RepHired'];
const ACTORS = ['admin', 'anna', 'bob'];
const SIZE = 120;

/** Three events a second: a burst shares an instant. Positions have gaps, and span several blocks. */
const second = (place: number): string => instantOf(Date.UTC(2017, 0, 1) + Math.floor(place / 3) * 1000);
/** Half-way the clock of the log is set back by more than a block has. */
const recorded = (place: number): string => second(place < SIZE / 2 ? place : place - 20);
const log: readonly Recorded[] = Array.from({ length: SIZE }, (_, place) => ({
  id: `00000000-0000-4000-8000-${String(place).padStart(12, '0')}`,
  type: TYPES[(place * 7) % TYPES.length] ?? '',
  data: {},
  stream: `some-${place % 11}`,
  revision: BigInt(place),
  position: BigInt(place * 300 + 1),
  meta: {
    at: instantOf(Date.UTC(2016, 0, 1) + ((place * 31) % SIZE) * 1000),
    recordedAt: recorded(place),
    by: ACTORS[(place * 5) % ACTORS.length] ?? '',
    source: 'api',
    commandId: 'c',
    correlationId: 'r',
  },
}));

/** The log as the page reads it: backwards from a position. */
const sources = (): AuditSources => ({
  reads: store,
  events: {
    readAll: async ({ after, limit }) =>
      log
        .filter(({ position }) => after === undefined || position < after)
        .reverse()
        .slice(0, limit)
        .map((event) => ({ ...event, type: storedNames.get(event.type) }) as unknown as StoredEvent),
  },
  registry: {
    isBookkeeping: () => false,
    checked: (stored) => log.find(({ id }) => id === stored.id) as never,
  },
});

const LATER = '2030-01-01T00:00:00.000Z';
const now = { asOf: LATER, knownAt: LATER, latest: true };
const directory = mkdtempSync(join(tmpdir(), 'annals-audit-'));
let store: ReadStore;

beforeAll(async () => {
  store = await openEmbeddedReadStore({ directory });
  await store.ensure([auditLog.documents]);
  await store.commit({ writes: await foldPage(auditLog, log, store, new DocumentCache()), checkpoints: [] });
});

afterAll(async () => {
  await store.close();
  rmSync(directory, { recursive: true });
});

const walk = async (filter: AuditFilter, at: typeof now, limit: number): Promise<readonly number[]> => {
  const positions: number[] = [];
  for (let cursor: string | null | undefined; cursor !== null; ) {
    const page: Awaited<ReturnType<typeof auditPage>> = await auditPage(sources(), filter, at, {
      limit,
      ...(cursor !== undefined && { cursor }),
    });
    expect(page.entries.length).toBeLessThanOrEqual(limit);
    positions.push(...page.entries.map(({ event }) => Number(event.position)));
    cursor = page.next;
  }
  return positions;
};

describe('the audit log', () => {
  it('shows an event with its stored name', async () => {
    const { entries, next } = await auditPage(sources(), {}, now, { limit: 1 });
    expect(entries).toEqual([{ type: 'deal-won.v1', event: log.at(-1) }]);
    expect(next).toBe(String(119 * 300 + 1));
  });

  it('finds by actor, type, time of recording and both instants what a look through the log finds', async () => {
    const instant = fc.nat({ max: SIZE + 6 }).map(second);
    await fc.assert(
      fc.asyncProperty(
        fc.record(
          {
            actor: fc.constantFrom(...ACTORS, 'nobody'),
            type: fc.constantFrom('deal-', 'deal-won.v1', 'customer-', 'd', 'none-'),
            from: instant,
            to: instant,
          },
          { requiredKeys: [] },
        ),
        fc.option(fc.tuple(fc.nat({ max: SIZE }), instant), { nil: null }),
        fc.integer({ min: 1, max: 50 }),
        async (filter, instants, limit) => {
          const at = instants
            ? { asOf: instantOf(Date.UTC(2016, 0, 1) + instants[0] * 1000), knownAt: instants[1], latest: false }
            : now;
          const { actor, type = '', from = '', to = LATER } = filter;
          const expected = log.filter(
            (event) =>
              (actor === undefined || event.meta.by === actor) &&
              storedNames.get(event.type)?.startsWith(type) &&
              event.meta.recordedAt >= from &&
              event.meta.recordedAt < to &&
              event.meta.at <= at.asOf &&
              event.meta.recordedAt <= at.knownAt,
          );
          expect(await walk(filter, at, limit)).toEqual(expected.map(({ position }) => Number(position)).reverse());
        },
      ),
      { numRuns: 200 },
    );
  });

  it('refuses a cursor that is none', async () => {
    await expect(auditPage(sources(), {}, now, { cursor: 'x' })).rejects.toBeInstanceOf(InvalidCursor);
  });
});
