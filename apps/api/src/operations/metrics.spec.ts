import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { projections } from '#composition/catalogue.js';
import { openEmbeddedEventStore } from '#event-store/embedded/embedded-event-store.js';
import type { EventStore } from '#event-store/event-store.js';
import { collectionsOf } from '#projections/projection-collections.js';
import { LAYOUT_LEASE } from '#projections/shard-leases.js';
import { SidedReads } from '#projections/sided-reads.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import { newEvents } from '#test/contract/event-store.fixtures.js';
import { Metrics } from './metrics.js';

let directory: string;
let events: EventStore;
let reads: SidedReads;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), 'annals-metrics-'));
  events = await openEmbeddedEventStore({ directory: join(directory, 'log') });
  await events.append('a', 'no_stream', newEvents(10));
  reads = await SidedReads.over(await openEmbeddedReadStore({ directory: join(directory, 'reads') }), projections);
  await reads.ensure(projections.flatMap(collectionsOf));
});
afterEach(async () => {
  await events.close();
  await reads.close();
  rmSync(directory, { recursive: true });
});

const ofShards = async (): Promise<readonly string[]> =>
  (await new Metrics(events, reads).scrape())
    .split('\n')
    .filter((line) => /^annals_projection_shard.*"teams?-/.test(line));

it('say how far each shard of a projection is, where there are several', async () => {
  expect(await ofShards()).toEqual([]);
  await reads.acquireLease(LAYOUT_LEASE, '2 shards', 60_000);
  const checkpoints = [
    { projection: 'team-versions.v1/1-of-2', position: 10n, epoch: 1 },
    { projection: 'team-versions.v1/2-of-2', position: 4n, epoch: 1 },
  ];
  await reads.commit({ writes: [], checkpoints });
  expect(await ofShards()).toEqual([
    'annals_projection_shard_position{projection="team-versions",shard="1-of-2"} 10',
    'annals_projection_shard_position{projection="team-versions",shard="2-of-2"} 4',
    'annals_projection_shard_lag_positions{projection="team-versions",shard="1-of-2"} 0',
    'annals_projection_shard_lag_positions{projection="team-versions",shard="2-of-2"} 6',
  ]);
});
