import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

let api: RunningApi;

/** Ann won 1,000 dollars in the first quarter of 2019 and 1,000 in that of 2020, and 1,000 in the second of 2020. */
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  for (const [id, day] of [
    ['one', '2019-02-01'],
    ['two', '2020-02-01'],
    ['three', '2020-05-01'],
  ] as const) {
    const at = { occurredAt: `${day}T12:00:00Z` };
    await openDeal(api, id, at);
    done(await api.post(`/api/deals/${id}/win`, { signedOn: day, ...at }));
  }
});

afterAll(() => api.stop());

const plan = async (query: string) =>
  api.get(`/api/teams/north/quota-plan?asOf=2020-12-31T00:00:00Z&after=${await api.head()}&${query}`);

const cents = (answer: Awaited<ReturnType<typeof plan>>) =>
  done(answer).body.parts.map((part: { amount: { amount: number }; members: { amount: { amount: number } }[] }) => [
    part.amount.amount,
    ...part.members.map(({ amount }) => amount.amount),
  ]);

it('spreads the quota of a team by the season of past years and cascades it to its reps, to the cent', async () => {
  const { body } = await plan('period=2021&amount=1001&by=quarter&years=2');
  expect(body).toMatchObject({ teamId: 'north', period: '2021', amount: usd(1_001) });
  expect(body.parts[0]).toEqual({
    period: '2021-Q1',
    season: usd(200_000),
    amount: usd(667),
    members: [
      { repId: 'ann', amount: usd(334) },
      { repId: 'bob', amount: usd(333) },
    ],
  });
  const quarters = await plan('period=2021&amount=1001&by=quarter&years=2');
  expect(cents(quarters)).toEqual([
    [667, 334, 333],
    [334, 167, 167],
    [0, 0, 0],
    [0, 0, 0],
  ]);
});

it('takes what each rep won, or goes evenly where nothing tells them apart', async () => {
  expect(cents(await plan('period=2021-Q1&amount=100&members=won'))).toEqual([
    [0, 0, 0],
    [100, 100, 0],
    [0, 0, 0],
  ]);
  expect(cents(await plan('period=2021-Q1&amount=100&years=0'))).toEqual([
    [34, 17, 17],
    [33, 17, 16],
    [33, 17, 16],
  ]);
});

it('is set by the quotas of its reps, which add up to it', async () => {
  for (const part of done(await plan('period=2021&amount=120001&by=quarter')).body.parts) {
    for (const { repId, amount } of part.members)
      done(await api.post('/api/quotas', { repId, period: part.period, amount }));
  }
  const { body } = await api.get(`/api/forecasts?by=year&group=none&from=2021&to=2021&after=${await api.head()}`);
  expect(body.rows).toEqual([expect.objectContaining({ period: '2021', quota: usd(120_001) })]);
});

it('knows no team that was not there, and refuses parts that are no parts, and what is no amount', async () => {
  expect((await api.get('/api/teams/none/quota-plan?period=2021&amount=1')).status).toBe(404);
  expect((await plan('period=2021-01&amount=1')).body.errors).toEqual([
    { path: 'by', message: 'must be shorter than 2021-01' },
  ]);
  expect((await plan('period=2021-P01&amount=1')).status).toBe(400);
  expect((await plan('period=2021&amount=-1')).status).toBe(400);
});
