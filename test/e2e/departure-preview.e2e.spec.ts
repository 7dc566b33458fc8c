import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { depart, furnish, hire, openDeal, usd } from './sales-floor.js';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  for (const id of ['one', 'two', 'three']) await openDeal(api, id, {});
  done(await api.post('/api/deals/three/win', {}));
});
afterAll(() => api.stop());

const preview = async (query: string) => api.get(`/api/reps/ann/departure/preview?${query}&after=${await api.head()}`);

it('deals out by the shares of several', async () => {
  const { body } = await preview('successors=bob,mia:9');
  const dealt = body.successors.map(({ ownerId, deals }: { ownerId: string; deals: number }) => [ownerId, deals]);
  expect(dealt).toEqual([
    ['bob', 0],
    ['mia', 2],
  ]);
});

it('says what would go to whom, and the departure then does just that', async () => {
  const { status, body } = await preview('successor=bob');
  expect(status).toBe(200);
  const deals = body.lines.filter(({ kind }: { kind: string }) => kind === 'deals');
  expect(deals).toEqual([
    { kind: 'deals', id: 'one', to: 'bob' },
    { kind: 'deals', id: 'two', to: 'bob' },
  ]);
  expect(body.total.deals).toBe(2);
  expect(body.successors).toEqual([{ ownerId: 'bob', ...body.total }]);

  done(await api.post('/api/reps/ann/depart', { on: '2026-01-31', successors: [{ ownerId: 'bob' }] }));
  for (;;) {
    const { body: departure } = await api.get('/api/reps/ann/departure');
    if (departure.state === 'departed') {
      expect(departure.handedOver).toEqual(body.total);
      const inOrder = (lines: readonly object[]) => lines.map((line) => JSON.stringify(line)).sort();
      expect(inOrder(departure.receipt)).toEqual(inOrder(body.lines));
      break;
    }
    await pause(50);
  }
  expect((await preview('successor=bob')).status).toBe(404);
});

it('weighs deals by what they are worth in the currency of the company', async () => {
  await hire(api, 'kim');
  done(await api.post('/api/exchange-rates', { currency: 'JPY', rate: '0.00001', from: '2019-01-01' }));
  const amounts = { dollars: usd(100_00), fewer: usd(90_00), least: usd(80_00) };
  const yen = { amount: 1_000_000, currency: 'JPY' };
  for (const [id, amount] of Object.entries({ ...amounts, yen })) await openDeal(api, id, { ownerId: 'kim', amount });
  const query = `successors=bob,mia&after=${await api.head()}`;
  const { body } = await api.get(`/api/reps/kim/departure/preview?${query}`);
  expect(Object.fromEntries(body.lines.map(({ id, to }: { id: string; to: string }) => [id, to]))).toEqual({
    ...{ dollars: 'bob', fewer: 'mia', least: 'mia' },
    // Ten dollars, though many minor units.
    yen: 'bob',
  });
});

it.each([
  ['nobody', 'RepUnknown'],
  ['bob,nobody', 'RepUnknown'],
  ['gone', 'RepDeparted'],
  ['sue', 'SuccessorIsLeaver'],
])('refuses the successors %s as the departure would', async (successors, code) => {
  if (code === 'RepDeparted') {
    await hire(api, 'gone');
    await depart(api, 'gone', [{ ownerId: 'bob' }]);
  }
  const head = await api.head();
  const named = successors.split(',').map((ownerId) => ({ ownerId }));
  const departure = await api.post('/api/reps/sue/depart', { on: '2020-06-30', successors: named });
  expect(departure.body).toMatchObject({ status: 409, code });
  const { body } = await api.get(`/api/reps/sue/departure/preview?successors=${successors}`);
  expect(body).toEqual(departure.body);
  expect(await api.head()).toBe(head);
});

it('wants a rule or a successor, and a rep who is there', async () => {
  expect((await api.get('/api/reps/bob/departure/preview')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=team&successor=mia')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=team&successors=mia:2')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?successors=mia,mia')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=someone')).status).toBe(400);
  expect((await api.get('/api/reps/nobody/departure/preview?rule=team')).status).toBe(404);
});
