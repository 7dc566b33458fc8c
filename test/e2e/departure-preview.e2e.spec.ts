import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal } from './sales-floor.js';

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

it('wants a rule or a successor, and a rep who is there', async () => {
  expect((await api.get('/api/reps/bob/departure/preview')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=team&successor=mia')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=team&successors=mia:2')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?successors=mia,mia')).status).toBe(400);
  expect((await api.get('/api/reps/bob/departure/preview?rule=someone')).status).toBe(400);
  expect((await api.get('/api/reps/nobody/departure/preview?rule=team')).status).toBe(404);
});
