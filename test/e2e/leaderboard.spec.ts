import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { depart, furnish, hire, openDeal, type Person, usd } from './sales-floor.js';

let api: RunningApi;
let tokens: Readonly<Record<Person, string>>;

/** Ann won 1,000 in the first quarter of 2020 and 3,000 in the second; Bob 2,000 and 1,000; a leaver 500 in the second. */
beforeAll(async () => {
  api = await startApi();
  tokens = await furnish(api);
  await hire(api, 'leaver');
  const won = async (id: string, ownerId: string, day: string, amount: number) => {
    await openDeal(api, id, { ownerId, amount: usd(amount), occurredAt: '2019-12-01T00:00:00Z' });
    done(await api.post(`/api/deals/${id}/win`, { signedOn: day, occurredAt: `${day}T12:00:00Z` }));
  };
  await won('a1', 'ann', '2020-01-10', 100_000);
  await won('b1', 'bob', '2020-01-11', 200_000);
  await won('a2', 'ann', '2020-04-10', 300_000);
  await won('b2', 'bob', '2020-04-11', 100_000);
  await won('l2', 'leaver', '2020-04-12', 50_000);
  const quota = (repId: string, amount: number) =>
    api.post('/api/quotas', { repId, period: '2020-Q2', amount: usd(amount), occurredAt: '2020-01-01T00:00:00Z' });
  done(await quota('ann', 600_000));
  done(await quota('bob', 100_000));
  await depart(api, 'leaver', [{ ownerId: 'ann' }]);
});

afterAll(() => api.stop());

const board = async (metric: string, period = '?period=2020-Q2') =>
  (await api.get(`/api/leaderboards/${metric}${period}&after=${await api.head()}`)).body.rows;

it('tells how each has moved since the period before, in rank and value', async () => {
  expect(await board('wonAmount')).toEqual([
    {
      ...{ rank: 1, repId: 'ann', name: 'ann', value: usd(300_000), badges: ['record'] },
      ...{ before: { rank: 2, value: usd(100_000) }, movement: 1 },
    },
    {
      ...{ rank: 2, repId: 'bob', name: 'bob', value: usd(100_000), badges: ['goalReached'] },
      ...{ before: { rank: 1, value: usd(200_000) }, movement: -1 },
    },
    { rank: 3, repId: 'leaver', name: 'leaver', value: usd(50_000), badges: [], before: null, movement: null },
  ]);
});

it('is fair by attainment of each quota, of which there is none without a period', async () => {
  const rows = await board('attainment');
  expect(rows.map(({ repId, value }: { repId: string; value: number }) => [repId, value])).toEqual([
    ['bob', 1],
    ['ann', 0.5],
  ]);
  expect((await api.get('/api/leaderboards/attainment')).status).toBe(400);
});

it('credits what was closed to who closed it, also after they have left and what they owned went to others', async () => {
  const ofAll = await board('wonDeals', '?asOf=2100-01-01T00:00:00Z');
  expect(ofAll.map(({ repId, value }: { repId: string; value: number }) => [repId, value])).toEqual([
    ['ann', 2],
    ['bob', 2],
    ['leaver', 1],
  ]);
  const { body } = await api.get(`/api/reports/win-rate?period=2020-Q2&after=${await api.head()}`);
  expect(body.rows.map(({ group }: { group: string }) => group).sort()).toEqual(['ann', 'bob', 'leaver']);
});

it('calls reps as they have chosen, from then on, and by their own names otherwise', async () => {
  const names = (token: string | undefined, body: object) =>
    api.post('/api/leaderboards/names', body, token === undefined ? {} : { token });
  done(await names(tokens.bob, { repId: 'bob', name: 'The Closer', occurredAt: '2020-05-01T00:00:00Z' }));
  const namesOf = async (more: string) => (await board('wonAmount', more)).map(({ name }: { name: string }) => name);
  expect(await namesOf('?period=2020-Q2')).toEqual(['ann', 'The Closer', 'leaver']);
  expect(await namesOf('?period=2020-Q2&asOf=2020-04-30T00:00:00Z')).toEqual(['ann', 'bob', 'leaver']);
  expect((await names(tokens.ann, { repId: 'bob', name: 'Mine' })).status).toBe(403);
  expect((await names(tokens.bob, { repId: 'bob' })).status).toBe(400);
  done(await names(tokens.bob, { repId: 'bob', name: null }));
  expect(await namesOf('?period=2020-Q2')).toEqual(['ann', 'bob', 'leaver']);
});
