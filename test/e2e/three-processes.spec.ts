import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { stopped } from '#test/running-server.js';
import { areServersThere, RunningParts } from './running-parts.js';

describe.skipIf(!areServersThere)('API, projector and worker as processes of their own', () => {
  const parts = new RunningParts(11);
  let projector: Awaited<ReturnType<typeof parts.startPart>> | undefined;

  beforeAll(async () => {
    [, projector] = await parts.start('api', 'projector', 'worker');
  });
  afterAll(() => parts.stop());

  it('share one truth: a write through the API shows in the read models that the projector writes', async () => {
    const stages = [{ id: 'new', name: 'New', probability: 0.5, forecastCategory: 'pipeline' }];
    await parts.write('processes', { id: 'standard', name: 'Standard', stages });
    await parts.write('teams', { id: 'east', name: 'East' });
    for (const id of ['ann', 'bob']) {
      await parts.write('reps', { id, name: id, email: `${id}@example.com`, teamId: 'east', role: 'rep' });
    }
    await parts.write('customers', { id: 'acme', name: 'Acme', ownerId: 'ann' });
    const amount = { amount: 100_000, currency: 'USD' };
    const position = await parts.write('deals', {
      id: 'd1',
      name: 'Rollout',
      customerId: 'acme',
      ownerId: 'ann',
      amount,
    });
    const board = await parts.call('GET', `pipelines/standard?after=${position}`);
    expect(board.body).toMatchObject({ total: { deals: 1, amount, weighted: { amount: 50_000, currency: 'USD' } } });
  });

  it('hand a leaver over by a job of the worker', async () => {
    await parts.write('reps/ann/depart', { on: '2020-01-01', successors: [{ ownerId: 'bob' }] });
    const handedOver = async () => (await parts.call('GET', 'reps/ann/departure')).body.handedOver;
    await expect.poll(handedOver, { timeout: 20_000, interval: 200 }).toEqual({ customers: 1, deals: 1, tasks: 0 });
    expect((await parts.call('GET', 'deals/d1')).body).toMatchObject({ ownerId: 'bob' });
  });

  it('go on after the projector was killed', async () => {
    if (projector) await stopped(projector, 'SIGKILL');
    const amount = { amount: 5_000, currency: 'USD' };
    const position = await parts.write('deals', { id: 'd2', name: 'More', customerId: 'acme', ownerId: 'bob', amount });
    await parts.startPart('projector');
    const deals = async () => (await parts.call('GET', `deals/d2?after=${position}`)).status;
    // The lease of the killed one has to run out first.
    await expect.poll(deals, { timeout: 40_000, interval: 500 }).toBe(200);
  }, 60_000);
});
