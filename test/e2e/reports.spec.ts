import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

let api: RunningApi;

/** Two deals of the first quarter of 2020 that Ann won and lost, one that Bob lost, one of 2019, one that is open. */
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  const closed = async (id: string, ownerId: string, day: string, how: 'win' | 'lose', body: object) => {
    await openDeal(api, id, { ownerId, occurredAt: '2019-12-01T00:00:00Z' });
    done(await api.post(`/api/deals/${id}/${how}`, { ...body, occurredAt: `${day}T12:00:00Z` }));
  };
  await closed('before', 'ann', '2019-12-20', 'win', { signedOn: '2019-12-20' });
  await closed('won', 'ann', '2020-01-10', 'win', { signedOn: '2020-01-10' });
  await closed('lost', 'ann', '2020-02-10', 'lose', { reason: '=1+1', competitor: 'Them' });
  await closed('dear', 'bob', '2020-02-11', 'lose', { reason: 'Price' });
  await openDeal(api, 'open', { occurredAt: '2020-01-15T00:00:00Z', amount: usd(700) });
});

afterAll(() => api.stop());

const HALVES = [
  { repId: 'ann', basisPoints: 5_000 },
  { repId: 'bob', basisPoints: 5_000 },
];
const AT = 'asOf=2020-03-31T00:00:00Z';
const report = async (path: string) => api.get(`/api/reports/${path}&${AT}&after=${await api.head()}`);

it('answers by any group, with the total, beside other periods', async () => {
  const { status, body } = await report('win-rate?period=2020-Q1&compare=both');
  expect([status, body.group, body.rows.map(({ group }: { group: string }) => group)]).toEqual([
    ...[200, 'owner', ['ann', 'bob']],
  ]);
  expect(body.total.values).toEqual({
    ...{ winRate: 1 / 3, winRateByAmount: 1 / 3, wonDeals: 1, wonAmount: usd(100_000) },
    ...{ lostDeals: 2, lostAmount: usd(200_000) },
  });
  expect(body.total.previous).toMatchObject({ winRate: 1, wonDeals: 1 });
  expect(body.total.lastYear).toMatchObject({ winRate: null, wonDeals: 0 });
  expect(body.measures[0]).toEqual({ name: 'winRate', kind: 'share', formula: 'won ÷ (won + lost), deals' });
  const byReason = await report('losses?period=2020-Q1&owner=ann');
  expect(byReason.body.rows.map(({ group }: { group: string }) => group)).toEqual(['=1+1']);
  const rivals = await report('losses?period=2020-Q1&group=competitor');
  expect(rivals.body.rows.map(({ group }: { group: string | null }) => group)).toEqual(['Them', null]);
});

it('leads from each row to the deals behind it', async () => {
  const { body } = await report('losses?period=2020-Q1&group=competitor');
  const behind = await Promise.all(body.rows.map(({ deals }: { deals: string }) => api.get(deals)));
  const ids = behind.map((answer) => answer.body.items.map(({ dealId }: { dealId: string }) => dealId));
  expect(ids).toEqual([['lost'], ['dear']]);
  expect((await api.get(body.total.deals)).body.items).toEqual(
    ['dear', 'lost'].map((dealId) => ({
      ...{ dealId, counts: 'lost', amount: usd(100_000), on: dealId === 'lost' ? '2020-02-10' : '2020-02-11' },
      ...{ ownerId: dealId === 'lost' ? 'ann' : 'bob', customerId: 'acme' },
    })),
  );
});

it('tells the age and the speed of what was open at the end of the period', async () => {
  const ageing = await report('ageing?period=2020-Q1');
  expect(ageing.body.rows).toMatchObject([{ group: '61-90', values: { openDeals: 1, openAmount: usd(700) } }]);
  // 1 open × ⅓ × 1,000.00 ÷ 40.5 days.
  const speed = await report('velocity?period=2020-Q1&group=none');
  expect(speed.body.total.values.velocity).toEqual(usd(Math.round(100_000 / 3 / 40.5)));
});

it('tells apart a second time, and each inner row leads to its deals', async () => {
  const { body } = await report('win-rate?period=2020-Q1&group=owner&second=lostReason');
  const told = body.rows.map((row: { group: string; values: { lostDeals: number }; within: { second: string }[] }) => [
    ...[row.group, row.values.lostDeals, row.within.map(({ second }) => second)],
  ]);
  expect([body.second, told]).toEqual([
    'lostReason',
    [
      ['ann', 1, [null, '=1+1']],
      ['bob', 1, ['Price']],
    ],
  ]);
  const [{ deals }] = body.rows[1].within;
  expect((await api.get(deals)).body.items.map(({ dealId }: { dealId: string }) => dealId)).toEqual(['dear']);
  const csv = await report('win-rate/file?period=2020-Q1&group=owner&second=lostReason&format=csv');
  expect(csv.text.split('\r\n').map((line) => line.split(',').slice(0, 3).join())).toEqual([
    ...['owner,owner name,lostReason', 'ann,ann,', "ann,ann,'=1+1", 'ann,ann,total', 'bob,bob,Price', 'bob,bob,total'],
    ...['total,,', ''],
  ]);
});

it('tells what is expected to close against what is left of the quota, beside the same time of the quarter before', async () => {
  done(
    await api.post('/api/quotas', {
      repId: 'ann',
      period: '2020-Q2',
      amount: usd(2_000),
      occurredAt: '2020-04-01T00:00:00Z',
    }),
  );
  done(
    await api.post('/api/quotas', {
      repId: 'bob',
      period: '2020-Q2',
      amount: usd(900),
      occurredAt: '2020-04-01T00:00:00Z',
    }),
  );
  const due = { occurredAt: '2020-04-02T00:00:00Z', expectedCloseOn: '2020-05-05', amount: usd(500) };
  await openDeal(api, 'due', { ownerId: 'ann', ...due });
  done(await api.post('/api/deals/due/split', { shares: HALVES, occurredAt: '2020-04-03T00:00:00Z' }));
  const at = async (path: string) =>
    api.get(`/api/reports/${path}&asOf=2020-04-11T00:00:00Z&after=${await api.head()}`);
  const { body } = await at('coverage?period=2020-Q2&compare=previous');
  const [bob, ann] = body.rows;
  expect([bob.group, bob.values]).toEqual([
    'bob',
    {
      ...{ coverage: 250 / 900, dueAmount: usd(250), remainingQuota: usd(900), quota: usd(900), wonAmount: usd(0) },
      ...{ attainment: 0, dueDeals: 1 },
    },
  ]);
  expect(ann.values).toMatchObject({ coverage: 250 / 2_000, dueDeals: 1 });
  expect(body.total.values).toMatchObject({ coverage: 500 / 2_900, dueAmount: usd(500), dueDeals: 1 });
  // As of 11 January, when this quota was not yet set.
  expect(ann.previous).toMatchObject({ quota: null, wonAmount: usd(100_000), dueAmount: usd(0) });
  expect((await api.get(bob.deals)).body.items).toMatchObject([
    { dealId: 'due', counts: 'due', amount: usd(250), on: '2020-05-05', ownerId: 'ann' },
  ]);
});

it('tells what slipped, was put off and is overdue, each deal once, by the shares of who had it', async () => {
  const { body } = await report('slippage?period=2020-Q2&group=owner&second=month');
  expect(body.total.values).toMatchObject({ slippedDeals: 0 });
  const later = await api.get(`/api/reports/slippage?period=2020-Q2&second=month&asOf=2020-06-01T00:00:00Z`);
  const figures = {
    slippedAmount: usd(250),
    slippedDeals: 1,
    slippedTimes: 1,
    overdueAmount: usd(250),
    overdueDeals: 1,
  };
  expect(later.body.rows).toMatchObject([
    { group: 'ann', values: figures, within: [{ second: '2020-05', values: figures }] },
    { group: 'bob', values: figures, within: [{ second: '2020-05', values: figures }] },
  ]);
  expect(later.body.total.values).toMatchObject({ slippedAmount: usd(500), slippedDeals: 1, slippedTimes: 1 });
});

it('comes as CSV and XLSX, whose texts are never formulas', async () => {
  const csv = await report('losses/file?period=2020-Q1&format=csv');
  expect(csv.headers.get('content-disposition')).toBe('attachment; filename="losses-2020-Q1.csv"');
  expect(csv.text.replace('\ufeff', '').split('\r\n').slice(0, 2)).toEqual([
    ...['lostReason,lostDeals,lostAmount (USD)', `'=1+1,1,1000`],
  ]);
  const xlsx = await report('losses/file?period=2020-Q1&format=xlsx');
  expect(xlsx.text.slice(0, 2)).toBe('PK');
});

it('says what the records are called that groups are named by, as of then', async () => {
  const named = async (query: string) =>
    (await report(query)).body.rows.map(({ group, name }: { group: string | null; name: string | null }) => [
      group,
      name,
    ]);
  expect(await named('win-rate?period=2020-Q1&group=customer')).toEqual([['acme', 'Acme']]);
  expect(await named('win-rate?period=2020-Q1&group=team')).toEqual([['north', 'North']]);
  expect(await named('win-rate?period=2020-Q1&group=process')).toEqual([['standard', 'Standard']]);
  expect(await named('losses?period=2020-Q1')).toEqual([
    ['=1+1', null],
    ['Price', null],
  ]);
  const line = { productId: 'gtx', model: 'pro', quantity: 1, price: usd(5_000) };
  await openDeal(api, 'model', { lines: [line], amount: null, occurredAt: '2019-04-15T00:00:00Z' });
  const { body } = await report('pipeline-created?period=2019-Q2&group=model&second=product');
  expect(body.rows).toMatchObject([
    { group: 'gtx/pro', name: 'GTX, GTX Pro', within: [{ second: 'gtx', name: 'GTX' }] },
  ]);
});

it('refuses what it cannot answer', async () => {
  expect((await report('of-nothing?period=2020-Q1')).status).toBe(404);
  expect((await report('losses?group=weather')).status).toBe(400);
  expect((await report('losses?second=none')).status).toBe(400);
  expect((await report('losses?compare=previous')).status).toBe(400);
  expect((await report('losses?period=2020-P01')).status).toBe(400);
  expect((await report('losses/file?period=2020-Q1')).status).toBe(400);
  expect((await report('losses/deals?cursor=x')).status).toBe(400);
});
