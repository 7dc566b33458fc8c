import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { checkpointName } from '#projections/projection.js';
import { openEmbeddedReadStore } from '#read-store/embedded/embedded-read-store.js';
import type { ReadStore } from '#read-store/read-store.js';
import { projections } from './catalogue.js';
import { keepReadModelsOf } from './read-models-of-log.js';

describe('The read models', () => {
  let directory: string;
  let reads: ReadStore;
  let warnings: string[];
  beforeEach(async () => {
    directory = mkdtempSync(join(tmpdir(), 'annals-source-log-'));
    reads = await openEmbeddedReadStore({ directory });
    warnings = [];
  });
  afterEach(async () => {
    await reads.close();
    rmSync(directory, { recursive: true });
  });

  const [first] = projections;
  if (!first) throw new Error('There is no projection');
  const fold = async (position: bigint): Promise<void> => {
    const { documents: collection } = first;
    const checkpoints = [{ projection: checkpointName(first), position, epoch: 1 }];
    await reads.commit({ writes: [{ collection, key: 'a', position, doc: {} }], checkpoints });
  };
  const open = (id: string | null, end: bigint | null, endsAtHead = true): Promise<void> =>
    keepReadModelsOf({ logId: async () => id, head: async () => end }, reads, {
      endsAtHead,
      warn: (message) => warnings.push(message),
    });
  const isFolded = async (): Promise<boolean> => (await reads.collection(first.documents).get('a')) !== null;

  it('stay when they are of this log', async () => {
    await open('one', null);
    await fold(7n);
    await open('one', 7n);
    expect([await isFolded(), warnings]).toEqual([true, []]);
  });

  it('of before logs had an identity stay too', async () => {
    await fold(7n);
    await open('one', 9n);
    await open('one', 9n);
    expect([await isFolded(), warnings]).toEqual([true, []]);
  });

  it('begin anew beside another log, one that was removed included', async () => {
    await open('one', null);
    await fold(7n);
    await open('two', 100n);
    expect([await isFolded(), warnings.length, await reads.checkpoints()]).toEqual([false, 1, []]);
    await fold(7n);
    await open('two', 100n);
    await open(null, null, false);
    expect([await isFolded(), warnings.length]).toEqual([false, 2]);
  });

  it('begin anew when they know more than the log', async () => {
    await open('one', null);
    await fold(7n);
    await open('one', 6n);
    expect([await isFolded(), warnings.length]).toEqual([false, 1]);
  });

  it('may be ahead of the last event of a server, which has events of its own', async () => {
    await open('one', 1n, false);
    await fold(7n);
    await open('one', 6n, false);
    expect(await isFolded()).toBe(true);
  });

  it('are dropped once, however many processes start', async () => {
    await open('one', null);
    await fold(7n);
    await Promise.all([1, 2, 3, 4].map(() => open('two', 100n)));
    expect(warnings).toHaveLength(1);
  });
});
