import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { Fenced, type ReadStore } from '#read-store/read-store.js';
import { cards, put, scanAll, writesOf } from './read-store-fixture.js';

let names = 0;
const fresh = (): string => {
  names += 1;
  return `projection-${process.pid}-${names}`;
};

export const leasesAndCheckpoints = (store: () => ReadStore): void => {
  const move = (projection: string, position: bigint, epoch = 1): Promise<void> =>
    store().commit({ writes: [], checkpoints: [{ projection, position, epoch }] });

  describe('a checkpoint', () => {
    it('is null before the first commit, then where the last one left it', async () => {
      const [one, two] = [fresh(), fresh()];
      expect(await store().checkpoint(one)).toBeNull();
      await move(one, 5n);
      await move(two, 2n ** 60n + 1n, 3);
      expect(await store().checkpoint(one)).toEqual({ projection: one, position: 5n, epoch: 1 });
      const all = await store().checkpoints();
      expect(all.filter(({ projection }) => [one, two].includes(projection)).map(({ position }) => position)).toEqual([
        5n,
        2n ** 60n + 1n,
      ]);
    });

    it('never moves backwards', async () => {
      const projection = fresh();
      await move(projection, 5n);
      await move(projection, 3n);
      expect((await store().checkpoint(projection))?.position).toBe(5n);
      await move(projection, 4n, 2);
      expect(await store().checkpoint(projection)).toEqual({ projection, position: 5n, epoch: 2 });
    });

    it('does not move for a writer of a lower epoch, nor do the others of its batch', async () => {
      const [one, two, three] = [fresh(), fresh(), fresh()];
      await move(one, 5n, 1);
      await move(two, 5n, 2);
      const checkpoints = [one, two, three].map((projection) => ({ projection, position: 9n, epoch: 1 }));
      const spec = cards();
      await expect(store().commit({ writes: writesOf(spec, { a: { amount: 1 } }, 9n), checkpoints })).rejects.toThrow(
        Fenced,
      );
      expect((await store().checkpoint(one))?.position).toBe(5n);
      expect(await store().checkpoint(two)).toEqual({ projection: two, position: 5n, epoch: 2 });
      expect(await store().checkpoint(three)).toBeNull();
    });

    it('can be looked for by the name before a slash, without others that merely begin with it', async () => {
      const name = fresh();
      for (const [at, each] of [name, `${name}/1-of-2`, `${name}/2-of-2`, `${name}.b`, `${name}0`].entries()) {
        await move(each, BigInt(at));
      }
      const found = await store().checkpoints(name);
      expect(found.map(({ projection, position }) => [projection, position])).toEqual([
        [name, 0n],
        [`${name}/1-of-2`, 1n],
        [`${name}/2-of-2`, 2n],
      ]);
      await store().reset(name, []);
      expect(await store().checkpoints(name)).toEqual([]);
      expect(await store().checkpoint(`${name}.b`)).not.toBeNull();
      expect(await store().checkpoint(`${name}0`)).not.toBeNull();
    });

    it('goes with the documents when the projection is reset, and both start anew', async () => {
      const [projection, other] = [fresh(), fresh()];
      const [spec, kept] = [cards(), cards()];
      await put(store(), spec, { a: { amount: 1 }, b: null }, 9n);
      await put(store(), kept, { a: { amount: 1 } }, 9n);
      await move(projection, 9n, 4);
      await move(other, 9n, 4);
      await store().reset(projection, [spec]);
      expect(await store().checkpoint(projection)).toBeNull();
      expect((await store().checkpoint(other))?.position).toBe(9n);
      const collection = store().collection(spec);
      expect(await collection.getMany(['a', 'b'])).toEqual(new Map());
      expect(await store().collection(kept).get('a')).not.toBeNull();
      await store().ensure([spec]);
      await put(store(), spec, { a: { amount: 2 }, b: { amount: 3 } }, 1n);
      await move(projection, 1n, 1);
      expect(await scanAll(collection, { index: 'byAmount' }, 9)).toEqual(['a', 'b']);
      expect((await store().checkpoint(projection))?.position).toBe(1n);
      await store().reset(fresh(), [cards()]);
    });
  });

  describe('a lease', () => {
    it('has one holder at a time', async () => {
      const name = fresh();
      const holders = ['ann', 'bob', 'cy', 'dee'];
      const leases = await Promise.all(holders.map((holder) => store().acquireLease(name, holder, 60_000)));
      const [lease, ...more] = leases.filter((each) => each !== null);
      expect(more).toEqual([]);
      expect(lease).toMatchObject({ name, epoch: 1 });
      expect(lease?.expiresAt).toBeGreaterThan(Date.now() + 50_000);
    });

    it('keeps its epoch when renewed', async () => {
      const name = fresh();
      const lease = await store().acquireLease(name, 'ann', 10_000);
      const renewed = await store().acquireLease(name, 'ann', 60_000);
      expect(renewed).toEqual({ ...lease, expiresAt: renewed?.expiresAt });
      expect(renewed?.expiresAt).toBeGreaterThan(lease?.expiresAt ?? 0);
      expect(await store().acquireLease(name, 'bob', 60_000)).toBeNull();
    });

    it('is had in common by all that give one name, also at the same moment', async () => {
      const name = fresh();
      const take = () => Promise.all([1, 2, 3, 4].map(() => store().acquireLease(name, 'all', 60_000)));
      expect((await take()).map((lease) => lease?.epoch)).toEqual([1, 1, 1, 1]);
      const [lease] = await take();
      if (lease) await store().releaseLease(lease);
      expect((await take()).map((each) => each?.epoch)).toEqual([2, 2, 2, 2]);
    });

    it('goes to another once it expired, with a higher epoch', async () => {
      const name = fresh();
      const lease = await store().acquireLease(name, 'ann', 50);
      await sleep(120);
      const taken = await store().acquireLease(name, 'bob', 60_000);
      expect(taken?.epoch).toBeGreaterThan(lease?.epoch ?? Number.POSITIVE_INFINITY);
      expect(await store().acquireLease(name, 'ann', 60_000)).toBeNull();
    });

    it('goes to another at once when released, by its holder only', async () => {
      const name = fresh();
      const lease = await store().acquireLease(name, 'ann', 60_000);
      if (!lease) throw new Error('No lease');
      await store().releaseLease({ ...lease, holder: 'bob' });
      await store().releaseLease({ ...lease, epoch: lease.epoch + 1 });
      expect(await store().acquireLease(name, 'bob', 60_000)).toBeNull();
      await store().releaseLease(lease);
      expect(await store().acquireLease(name, 'bob', 60_000)).toMatchObject({ holder: 'bob', epoch: lease.epoch + 1 });
      await store().releaseLease(lease);
      expect(await store().acquireLease(name, 'ann', 60_000)).toBeNull();
    });

    it('can be looked at by anybody', async () => {
      const name = fresh();
      expect(await store().leaseOf(name)).toBeNull();
      const lease = await store().acquireLease(name, 'ann', 60_000);
      expect(await store().leaseOf(name)).toEqual(lease);
      if (lease) await store().releaseLease(lease);
      expect(await store().leaseOf(name)).toBeNull();
    });

    it('can be looked for by the name before a slash, also when it has expired', async () => {
      const name = fresh();
      const [one, two] = [`${name}/1`, `${name}/2`];
      const lease = await store().acquireLease(name, 'ann', 60_000);
      const expired = await store().acquireLease(one, 'bob', 1);
      const released = await store().acquireLease(two, 'cy', 60_000);
      await store().acquireLease(`${name}-1`, 'dee', 60_000);
      expect(await store().leases(name)).toEqual([lease, expired, released]);
      if (released) await store().releaseLease(released);
      expect(await store().leases(name)).toEqual([lease, expired]);
      expect(await store().leases(one)).toEqual([expired]);
    });

    it('of one name says nothing about another', async () => {
      expect(await store().acquireLease(fresh(), 'ann', 60_000)).not.toBeNull();
      expect(await store().acquireLease(fresh(), 'bob', 60_000)).not.toBeNull();
    });
  });

  it('answers a ping', async () => {
    await store().ping();
  });
};
