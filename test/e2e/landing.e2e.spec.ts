import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

let api: RunningApi;

/** Ann's first half of 2020: she won one deal in January, and has one open that was to close in June. */
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  await openDeal(api, 'first', { occurredAt: '2020-01-02T00:00:00Z' });
  done(await api.post('/api/deals/first/win', { signedOn: '2020-01-10', occurredAt: '2020-01-10T12:00:00Z' }));
  const due = { expectedCloseOn: '2020-06-20', occurredAt: '2020-04-02T00:00:00Z' };
  await openDeal(api, 'pushed', due);
  const later = { expectedCloseOn: '2020-08-01', occurredAt: '2020-05-01T00:00:00Z' };
  done(await api.post('/api/deals/pushed/reschedule', later));
  await api.post('/api/quotas', {
    repId: 'ann',
    period: '2020-Q2',
    amount: usd(900_000),
    occurredAt: '2020-01-01T00:00:00Z',
  });
});

afterAll(() => api.stop());

const landing = async (whose: string, period: string, asOf: string) =>
  api.get(`/api/${whose}/landing?period=${period}&asOf=${asOf}&after=${await api.head()}`);

it('tells where a rep and their team will land, with what is missing and why', async () => {
  for (const whose of ['reps/ann', 'teams/north']) {
    const { status, body } = await landing(whose, '2020-Q2', '2020-05-16T12:00:00Z');
    expect([status, body]).toEqual([200, expect.objectContaining({ won: usd(0), quota: usd(900_000), attainment: 0 })]);
    expect(body.state).toBe('willMiss');
    expect(body.projected.amount).toBe(body.expectedFromOpen.amount + body.expectedNewBusiness.amount);
    expect(body.gap.amount).toBe(900_000 - body.projected.amount);
    expect(body.pipelineNeeded.amount).toBe(body.gap.amount);
    expect(body.pace).toEqual({ planned: usd(450_000), ahead: usd(-450_000) });
    expect(body.reasons).toContainEqual({
      code: 'dealsPushedOut',
      deals: 1,
      amount: usd(100_000),
      text: 'One deal worth USD 1000.00 pushed out of the period',
    });
  }
});

it('tells the same of several reps at once', async () => {
  const query = `period=2020-Q2&asOf=2020-05-16T12:00:00Z&knownAt=${new Date().toISOString()}`;
  const { status, body } = await api.get(`/api/rep-landings?${query}&reps=bob,ann&after=${await api.head()}`);
  const alone = async (repId: string) => {
    const { asOf, knownAt, position, ...own } = (await api.get(`/api/reps/${repId}/landing?${query}`)).body;
    expect(body).toMatchObject({ asOf, knownAt, position });
    return { repId, ...own };
  };
  expect([status, body.items]).toEqual([200, [await alone('bob'), await alone('ann')]]);
  const of = async (reps: string) => (await api.get(`/api/rep-landings?${query}&reps=${reps}`)).status;
  expect((await api.get(`/api/rep-landings?${query}&reps=nobody,ann`)).body.items).toEqual([await alone('ann')]);
  expect(await of('nobody')).toBe(404);
  expect(await of('ann,')).toBe(400);
  expect(await of(Array.from({ length: 101 }, (_, at) => `r${at}`).join())).toBe(400);
});

it('says nothing of a quota that there is not', async () => {
  const { body } = await landing('reps/ann', '2020-Q1', '2020-02-01T00:00:00Z');
  expect(body).toEqual(expect.objectContaining({ won: usd(100_000), state: null, reasons: [] }));
  expect(Object.keys(body)).not.toContain('quota');
});

it('knows no rep or team that was not there, and asks for a period', async () => {
  expect((await landing('reps/nobody', '2020-Q2', '2020-05-16T12:00:00Z')).status).toBe(404);
  expect((await landing('teams/north', '2020-Q2', '2018-05-16T12:00:00Z')).status).toBe(404);
  expect((await api.get('/api/reps/ann/landing')).status).toBe(400);
});
