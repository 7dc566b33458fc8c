import type { ChildProcess } from 'node:child_process';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopped } from '#test/running-server.js';
import { areServersThere, RunningParts } from './running-parts.js';

const SHARDS = 4;
/** Of a projector's leases. */
const LEASE_MS = 15_000;
const amount = { amount: 1_000, currency: 'USD' };
const deal = { processId: 'standard', customerId: 'acme', ownerId: 'ann', amount };

type Shards = readonly Readonly<{ lease: Readonly<{ holder: string; expired: boolean }> | null; position: string }>[];

describe.skipIf(!areServersThere)('two projector processes', () => {
  const parts = new RunningParts(10, { ANNALS_PROJECTION_SHARDS: String(SHARDS) });
  let projectors: readonly ChildProcess[];
  let deals = 0;

  const shards = async (): Promise<Shards> => (await parts.call('GET', 'projections')).body.shards ?? [];
  /** How many shards each process has, by its number. */
  const shares = async (): Promise<ReadonlyMap<number, number>> => {
    const counts = new Map<number, number>();
    for (const { lease } of await shards()) {
      if (lease === null || lease.expired) continue;
      const process = Number(lease.holder.split(':')[1]);
      counts.set(process, (counts.get(process) ?? 0) + 1);
    }
    return counts;
  };
  const open = async (count: number): Promise<string> => {
    let position = '';
    for (const last = deals + count; deals < last; deals += 1) {
      const id = `d${deals}`;
      position = await parts.write('deals', { id, name: id, ...deal });
    }
    return position;
  };
  const board = async (after: string) => (await parts.call('GET', `pipelines/standard?after=${after}`)).body.total;
  const total = () => ({ deals, amount: { amount: deals * amount.amount, currency: 'USD' } });

  beforeAll(async () => {
    [, ...projectors] = await parts.start('api', 'projector', 'projector');
    const stages = [{ id: 'new', name: 'New', probability: 0.5, forecastCategory: 'pipeline' }];
    await parts.write('processes', { id: 'standard', name: 'Standard', stages });
    await parts.write('teams', { id: 'east', name: 'East' });
    await parts.write('reps', { id: 'ann', name: 'Ann', email: 'ann@example.com', teamId: 'east', role: 'rep' });
    await parts.write('customers', { id: 'acme', name: 'Acme', ownerId: 'ann' });
  }, 120_000);
  afterAll(() => parts.stop(), 30_000);

  it('share the shards of all read models, which show what was written to any of them', async () => {
    const [first, second] = projectors.map(({ pid }) => Number(pid));
    const half = new Map([first, second].map((pid) => [pid, SHARDS / 2]));
    await expect.poll(shares, { timeout: 60_000, interval: 200 }).toEqual(half);
    const position = await open(20);
    expect(await board(position)).toMatchObject(total());
    const status = await parts.said('status');
    for (const pid of [first, second]) expect(status).toContain(`:${pid}:`);
    for (let number = 1; number <= SHARDS; number += 1) {
      expect(status).toMatch(
        new RegExp(`The lease of shard ${number} of ${SHARDS} is held by .*: ${position}, up to date`),
      );
    }
  }, 120_000);

  it('go on as one when the other is killed, once its leases have run out', async () => {
    const [killed, left] = projectors;
    if (!killed || !left) throw new Error('There are two');
    await stopped(killed, 'SIGKILL');
    const killedAt = Date.now();
    const position = await open(20);
    await expect.poll(shares, { timeout: 60_000, interval: 200 }).toEqual(new Map([[Number(left.pid), SHARDS]]));
    // The lease, and the time until the other one looks at who has what.
    expect(Date.now() - killedAt).toBeLessThan(LEASE_MS * (1 + 1 / 3) + 10_000);
    expect(await board(position)).toMatchObject(total());
    const positions = (await shards()).map((shard) => BigInt(shard.position));
    expect(positions.every((each) => each >= BigInt(position))).toBe(true);
  }, 120_000);

  it('take a third one in', async () => {
    await parts.startPart('projector');
    await expect.poll(async () => [...(await shares()).values()], { timeout: 60_000 }).toEqual([2, 2]);
    expect(await board(await open(20))).toMatchObject(total());
  }, 120_000);
});
