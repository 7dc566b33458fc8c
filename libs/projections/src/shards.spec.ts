import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { notebookPages } from '#testing/notebook-pages.js';
import { leastOfShards, nameFor, nameOfAll, partOf, shardsOf } from './shards.js';
import { type Holders, shareOf } from './share.js';

const pages = notebookPages('pages');
const at = (projection: string, position: bigint) => ({ projection, position });

describe('a shard', () => {
  it('has each key alone, and about as many keys as any other', () => {
    for (const count of [1, 2, 3, 4, 7, 64]) {
      const parts = shardsOf(count).map((shard) => partOf(pages, { ...shard, epoch: 1 }));
      const keys = Array.from({ length: 20_000 }, (_, n) => `deal-${n}`);
      const sizes = parts.map(({ holds }) => keys.filter(holds).length);
      expect(sizes.reduce((a, b) => a + b)).toBe(keys.length);
      expect(Math.min(...sizes)).toBeGreaterThan((0.75 * keys.length) / count);
    }
  });

  it('has the same keys for ever: checkpoints are about them', () => {
    const parts = shardsOf(4).map((shard) => partOf(pages, { ...shard, epoch: 1 }));
    const keys = ['', 'a', 'b', 'd1', 'd2', 'd3', 'acme', 'müller', '北京'];
    expect(keys.map((key) => 1 + parts.findIndex(({ holds }) => holds(key)))).toEqual([4, 4, 3, 4, 2, 4, 3, 1, 1]);
  });

  it('is named only where there are several', () => {
    expect(shardsOf(1).map((shard) => nameFor('pages.v1', shard))).toEqual(['pages.v1']);
    expect(shardsOf(2).map((shard) => nameFor('pages.v1', shard))).toEqual(['pages.v1/1-of-2', 'pages.v1/2-of-2']);
    expect(nameOfAll('pages.v1/1-of-2')).toBe('pages.v1');
  });
});

describe('the position of a projection', () => {
  it('is that of its only checkpoint', () => {
    expect(leastOfShards([at('p', 5n)])?.position).toBe(5n);
    expect(leastOfShards([])).toBeNull();
  });

  it('is the least of its shards, once all have begun', () => {
    const shards = [at('p/1-of-3', 9n), at('p/2-of-3', 4n)];
    expect(leastOfShards(shards)).toBeNull();
    expect(leastOfShards([...shards, at('p/3-of-3', 7n)])?.position).toBe(4n);
  });

  it('is what it was with another number of shards, until it is further with the new one', () => {
    const before = at('p', 5n);
    expect(leastOfShards([before, at('p/1-of-2', 9n)])?.position).toBe(5n);
    expect(leastOfShards([before, at('p/1-of-2', 9n), at('p/2-of-2', 5n)])?.position).toBe(5n);
    expect(leastOfShards([before, at('p/1-of-2', 9n), at('p/2-of-2', 8n)])?.position).toBe(8n);
  });
});

describe('the shares of processes', () => {
  const some = fc.record({
    owners: fc.array(fc.option(fc.constantFrom('ann', 'bob', 'cy', 'dee', 'gone')), { minLength: 1, maxLength: 9 }),
    processes: fc.uniqueArray(fc.constantFrom('ann', 'bob', 'cy', 'dee'), { minLength: 1 }),
  });
  /** What is owned after the process gave back what is too much, or took what is free. */
  const settled = (process: string, { owners, processes }: Holders, together: boolean): Holders => {
    const after = [...owners];
    const share = shareOf(process, { owners, processes }, together);
    const count = (): number => after.filter((owner) => owner === process).length;
    while (count() > share) after[after.lastIndexOf(process)] = null;
    while (count() < share && after.includes(null)) after[after.indexOf(null)] = process;
    return { owners: after, processes };
  };
  /** After some rounds in which each of them looks once, what others had left is free. */
  const afterRounds = (before: Holders, together: boolean): Holders => {
    const owners = before.owners.map((owner) => (owner !== null && before.processes.includes(owner) ? owner : null));
    let holders: Holders = { ...before, owners };
    for (let round = 0; round < 3; round += 1) {
      for (const process of before.processes) holders = settled(process, holders, together);
    }
    return holders;
  };
  const countsOf = ({ owners, processes }: Holders): readonly number[] =>
    processes.map((process) => owners.filter((owner) => owner === process).length);

  it('come to differ by one at most, with nothing left over, and stay so', () => {
    fc.assert(
      fc.property(some, (holders) => {
        const after = afterRounds(holders, false);
        expect(after.owners).not.toContain(null);
        const counts = countsOf(after);
        expect(Math.max(...counts) - Math.min(...counts)).toBeLessThanOrEqual(1);
        for (const process of after.processes) expect(settled(process, after, false)).toEqual(after);
      }),
    );
  });

  it('come to be all or nothing when one is to have all', () => {
    fc.assert(
      fc.property(some, (holders) => {
        const counts = countsOf(afterRounds(holders, true));
        expect([...counts].sort().reverse()).toEqual([holders.owners.length, ...counts.slice(1).map(() => 0)]);
      }),
    );
  });

  it('leave the only shard to who has it', () => {
    for (const processes of [
      ['ann', 'bob'],
      ['bob', 'ann'],
    ]) {
      expect(processes.map((process) => shareOf(process, { owners: ['bob'], processes }, false))).toEqual(
        processes.map((process) => (process === 'bob' ? 1 : 0)),
      );
    }
  });
});
