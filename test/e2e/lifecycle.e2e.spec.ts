import { afterAll, describe, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { depart, furnish, openDeal, usd } from './sales-floor.js';

const api = await startApi();
await furnish(api);
afterAll(() => api.stop());

const at = (day: string, hour = 9): string => `${day}T${String(hour).padStart(2, '0')}:00:00.000Z`;
const asOf = (day: string): string => `asOf=${at(day, 23)}`;
const onDeal = async (id: string, command: string, day: string, body: object): Promise<void> => {
  done(await api.post(`/api/deals/${id}/${command}`, { ...body, occurredAt: at(day) }));
};
const read = async (path: string) => {
  const { status, body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${await api.head()}`);
  expect([status, body.code]).toEqual([200, undefined]);
  return body;
};
type Span = Readonly<{ validFrom: string; validTo: string | null; knownTo: string | null }>;
/** The board in brief: deals and amount by stage, and the weighted total. */
const board = async (query: string) => {
  const { stages, total } = await read(`/api/pipelines/standard?${query}`);
  const brief = stages.map((stage: { id: string; deals: number; amount: { amount: number } }) => [
    ...[stage.id, stage.deals, stage.amount.amount],
  ]);
  return [...brief, total.weighted.amount];
};

// The story: Ann opens two deals in January 2020, wins one in March that is reopened in April, loses the other in
// May, and leaves in June, when what is hers goes to Bob. Nobody tells it before today.
await openDeal(api, 'big', { occurredAt: at('2020-01-10'), expectedCloseOn: '2020-03-31' });
await openDeal(api, 'small', { occurredAt: at('2020-01-20'), amount: usd(20_000) });
done(
  await api.post('/api/quotas', { repId: 'ann', period: '2020', amount: usd(400_000), occurredAt: at('2020-01-01') }),
);
done(
  await api.post('/api/activities/calls', {
    ...{ repId: 'ann', dealId: 'big', customerId: 'acme', durationSeconds: 90, occurredAt: at('2020-02-01') },
  }),
);
await onDeal('big', 'advance', '2020-02-02', { to: 'offer', requires: { budget: 1 } });
await onDeal('big', 'amount', '2020-02-20', { amount: usd(150_000) });
await onDeal('big', 'move-back', '2020-02-25', { to: 'talk', reason: 'A new buyer' });
await onDeal('big', 'win', '2020-03-10', { amount: usd(140_000) });
await onDeal('big', 'reopen', '2020-04-01', { reason: 'They withdrew' });
await onDeal('small', 'lose', '2020-05-05', { reason: 'Price' });

describe('a story told through the API', () => {
  it.each([
    ['2020-01-09', [['talk', 0, 0], ['offer', 0, 0], ['close', 0, 0], 0]],
    ['2020-01-10', [['talk', 1, 100_000], ['offer', 0, 0], ['close', 0, 0], 20_000]],
    ['2020-02-02', [['talk', 1, 20_000], ['offer', 1, 100_000], ['close', 0, 0], 54_000]],
    ['2020-02-20', [['talk', 1, 20_000], ['offer', 1, 150_000], ['close', 0, 0], 79_000]],
    ['2020-02-25', [['talk', 2, 170_000], ['offer', 0, 0], ['close', 0, 0], 34_000]],
    ['2020-03-10', [['talk', 1, 20_000], ['offer', 0, 0], ['close', 0, 0], 4_000]],
  ])('has the board of %s', async (day, expected) => {
    expect(await board(asOf(day))).toEqual(expected);
  });

  it('has the deal as of any day', async () => {
    const states = [];
    for (const day of ['2020-01-10', '2020-02-02', '2020-02-20', '2020-02-25', '2020-03-10', '2020-04-01']) {
      const { stage, status, amount } = await read(`/api/deals/big?${asOf(day)}`);
      states.push([stage, status, amount.amount]);
    }
    expect(states).toEqual([
      ['talk', 'Open', 100_000],
      ['offer', 'Open', 100_000],
      ['offer', 'Open', 150_000],
      ['talk', 'Open', 150_000],
      ['talk', 'Won', 140_000],
      ['talk', 'Open', 140_000],
    ]);
    expect((await api.get(`/api/deals/big?${asOf('2020-01-09')}`)).status).toBe(404);
  });

  it('has every span of the deal, without a gap', async () => {
    const spans: readonly Span[] = (await read('/api/deals/big/history')).items;
    // The others were the last word only until the next fact was recorded.
    const items = spans.filter(({ knownTo }) => knownTo === null);
    expect(items.map(({ validFrom }) => validFrom.slice(0, 10))).toEqual([
      ...['2020-01-10', '2020-02-02', '2020-02-20', '2020-02-25', '2020-03-10', '2020-04-01'],
    ]);
    for (const [index, { validTo }] of items.entries()) expect(validTo).toBe(items[index + 1]?.validFrom ?? null);
  });

  it('hands everything to the successor, with a receipt, and credits the past to who did it', async () => {
    done(await api.post('/api/activities/tasks', { id: 'call-back', repId: 'ann', customerId: 'acme' }));
    await depart(api, 'ann', [{ ownerId: 'bob' }]);
    const { receipt, handedOver, state } = await read('/api/reps/ann/departure');
    const lines = receipt.map(({ kind, id, to }: { kind: string; id: string; to: string }) => `${kind} ${id} ${to}`);
    expect(lines.sort()).toEqual(['customers acme bob', 'deals big bob', 'tasks call-back bob']);
    expect(handedOver).toEqual({ customers: 1, deals: 1, tasks: 1 });
    expect(state).not.toBe('active');
    expect((await read('/api/deals/big')).ownerId).toBe('bob');
    expect((await read('/api/deals/small')).ownerId).toBe('ann');
    expect((await read(`/api/deals/big?${asOf('2020-03-10')}`)).ownerId).toBe('ann');
    const { owners, ownerId } = await read('/api/customers/acme');
    expect([ownerId, owners.map((owner: { ownerId: string }) => owner.ownerId)]).toEqual(['bob', ['ann', 'bob']]);
  });

  it('has what was closed in the performance of who closed it', async () => {
    const { lostDeals, winRate, activities, callSeconds } = await read('/api/reps/ann/performance?period=2020');
    expect([lostDeals, winRate, activities.calls, callSeconds]).toEqual([1, 0, 1, 90]);
    const spring = await read(`/api/reps/ann/performance?period=2020-Q1&${asOf('2020-03-31')}`);
    expect([spring.wonDeals, spring.wonAmount.amount]).toEqual([1, 140_000]);
  });

  it('is told in the timeline of the customer, and event by event in the audit', async () => {
    const { items } = await read('/api/customers/acme/timeline?limit=200');
    expect(items.length).toBeGreaterThanOrEqual(10);
    expect((await read('/api/audit?limit=200')).items.length).toBeGreaterThan(20);
  });
});
