import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { customerDecider } from '#customers/customers.contract.js';
import type { Actor } from '#kernel/actor.js';
import { departureIdOf } from '#people/depart-rep/departure-id.js';
import { repDecider } from '#people/people.contract.js';
import { contextOf } from '#testing/open-stores.js';
import { done, type RunningApi, startApi } from './running-api.js';

const admin: Actor = { id: 'admin', role: 'admin' };
const EVERY_MS = 5 * 60_000;

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
  done(await api.post('/api/teams', { id: 'east', name: 'East' }));
  for (const id of ['ann', 'bob']) {
    const rep = { id, name: id, email: `${id}@example.org`, teamId: 'east', role: 'rep' };
    done(await api.post('/api/reps', rep));
  }
  for (const id of ['c1', 'c2']) done(await api.post('/api/customers', { id, name: id, ownerId: 'ann' }));
});
afterAll(() => api.stop());

const context = () => contextOf(admin, new Date().toISOString());

/** What a process does that is killed behind its event: no key is destroyed, and nothing enqueued. */
const eraseAndDie = async (customerId: string): Promise<void> => {
  const erased = { type: 'CustomerErased', data: { customerId, reason: null } } as const;
  const answer = await api.platform.runner.change(customerDecider, customerId, context(), () => [erased]);
  expect(answer).toMatchObject({ appended: 1 });
};

const departAndDie = async (repId: string, ownerId: string): Promise<void> => {
  const successors = [{ ownerId, share: 1 }];
  const data = { repId, departureId: departureIdOf(repId), on: '2020-01-01', reason: null, successors };
  const departed = { type: 'RepDeparted', data } as const;
  const answer = await api.platform.runner.change(repDecider, repId, context(), () => [departed]);
  expect(answer).toMatchObject({ appended: 1 });
};

describe('work that another process left behind its event', () => {
  it('is looked for again and again, as long as a worker runs', async () => {
    const now = Date.now();
    const next = Math.floor(now / EVERY_MS) + 1;
    const runs = [next, next + 1].map((run) => api.platform.jobs.status(`resume-${EVERY_MS}-${run}`));
    expect((await Promise.all(runs)).map((status) => status?.state)).toContain('waiting');
  });

  it('is found by the next look, without a restart', async () => {
    const { jobs } = api.platform;
    await eraseAndDie('c1');
    await departAndDie('ann', 'bob');
    // Ahead of its time, as a spec has none.
    await jobs.enqueue('resume', null, { id: 'a-look' });
    const typesOf = async (stream: string) => (await api.platform.events.readStream(stream)).map(({ type }) => type);
    await expect.poll(() => typesOf('customer-c1'), { timeout: 20_000 }).toContain('customer-erasure-completed.v1');
    await expect.poll(() => typesOf('rep-ann'), { timeout: 20_000 }).toContain('rep-handover-completed.v1');
    const { body } = await api.get(`/api/customers/c2?after=${await api.head()}`);
    expect(body).toMatchObject({ ownerId: 'bob' });
  });

  it('is a record that reached somebody after their handover was complete, and the receipt says so', async () => {
    const departure = async () => (await api.get(`/api/reps/ann/departure?after=${await api.head()}`)).body;
    const before = await departure();
    const { platform } = api;
    const particulars = { industry: null, region: null, source: null, contacts: [] };
    // Decided while Ann was here, and appended by a retry after she was gone.
    const added = {
      type: 'CustomerAdded',
      data: { customerId: 'late', name: 'late', ownerId: 'ann', ...particulars },
    } as const;
    await platform.runner.create(customerDecider, 'late', context(), () => [added]);
    for (const look of ['second', 'third']) await platform.jobs.enqueue('resume', null, { id: `a-${look}-look` });
    const customers = before.handedOver.customers + 1;
    await expect.poll(async () => (await departure()).handedOver.customers, { timeout: 20_000 }).toBe(customers);
    expect((await departure()).receipt).toContainEqual({ kind: 'customers', id: 'late', to: 'bob' });
    expect((await departure()).receipt).toHaveLength(before.receipt.length + 1);
    expect((await api.get(`/api/customers/late?after=${await api.head()}`)).body.ownerId).toBe('bob');
  });
});
