import { afterAll, beforeAll, expect, it } from 'vitest';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, type Person, usd } from './sales-floor.js';

// Calls for the first quarter of 2020, looked at as of several instants on both axes.

const Q1 = '/api/forecasts/2020-Q1';

let api: RunningApi;
let tokens: Readonly<Record<Person, string>>;
let position = '';

const write = async (path: string, body: object, token?: string) => {
  position = done(await api.post(path, body, token === undefined ? {} : { token })).body.position;
};

const list = async (what: string, query = '') =>
  (await api.get(`${Q1}/${what}?after=${position}${query && `&${query}`}`)).body.items;

beforeAll(async () => {
  api = await startApi({ ANNALS_TIME_ZONE: 'America/New_York' });
  tokens = await furnish(api);
  await write('/api/forecasts/deadlines', { unit: 'quarter', dueOnDay: 15, occurredAt: '2019-06-01T00:00:00Z' });
});

afterAll(() => api.stop());

it('shows submissions with who made them, what they were before, and whether they were late', async () => {
  const call = { ownerId: 'ann', category: 'commit', occurredAt: '2020-01-16T04:59:59.999Z' };
  await write(`${Q1}/submit`, { ...call, amount: usd(500) }, tokens.ann);
  const again = { ...call, amount: usd(400), note: 'One slipped', occurredAt: '2020-01-16T05:00:00Z' };
  await write(`${Q1}/submit`, again, tokens.mia);
  const recordedAt = expect.any(String);
  const dueAt = '2020-01-16T05:00:00.000Z';
  const first = {
    amount: usd(500),
    note: null,
    by: 'ann',
    at: '2020-01-16T04:59:59.999Z',
    recordedAt,
    dueAt,
    late: false,
  };
  const second = { amount: usd(400), note: 'One slipped', by: 'mia', at: dueAt, recordedAt, dueAt, late: true };
  const about = { id: 'rep:ann:2020-01-01:2020-04-01:commit', ownerId: 'ann', category: 'commit' };
  expect(await list('submissions')).toEqual([{ ...about, revision: '1', ...second, history: [first, second] }]);
  expect(await list('submissions', 'asOf=2020-01-16T04:59:59.999Z')).toEqual([
    { ...about, revision: '0', ...first, history: [first] },
  ]);
  expect(await list('submissions', 'knownAt=2020-06-01T00:00:00Z')).toEqual([]);
  expect(await list('submissions', 'owner=bob')).toEqual([]);
});

it('judges a submission by the deadline that was in force when it was made', async () => {
  await write('/api/forecasts/deadlines', { unit: 'quarter', dueOnDay: null, occurredAt: '2020-02-01T00:00:00Z' });
  const [{ history }] = await list('submissions');
  expect(history.map(({ late }: { late: boolean }) => late)).toEqual([false, true]);
  const call = { teamId: 'north', category: 'bestCase', amount: usd(900), occurredAt: '2020-03-01T00:00:00Z' };
  await write(`${Q1}/submit`, call, tokens.mia);
  expect(await list('submissions', 'team=north')).toEqual([expect.objectContaining({ dueAt: null, late: false })]);
});

it('shows adjustments of each level, and those that were taken back', async () => {
  const call = { ownerId: 'ann', category: 'commit', occurredAt: '2020-02-01T00:00:00Z' };
  await write(`${Q1}/adjust`, { ...call, amount: usd(700), note: 'She knows more' }, tokens.mia);
  await write(`${Q1}/adjust`, { ...call, amount: usd(650) });
  await write(`${Q1}/adjust`, { ...call, amount: null, occurredAt: '2020-02-02T00:00:00Z' }, tokens.mia);
  const items = await list('adjustments');
  expect(items.map(({ level, amount, by, note }: Record<string, unknown>) => ({ level, amount, by, note }))).toEqual([
    { level: null, amount: usd(650), by: 'admin', note: null },
    { level: 'north', amount: null, by: 'mia', note: null },
  ]);
  expect(items[1].history.map(({ amount }: { amount: object | null }) => amount)).toEqual([usd(700), null]);
  const before = await list('adjustments', 'asOf=2020-02-01T12:00:00Z&owner=ann');
  expect(before.map(({ amount }: { amount: object }) => amount)).toEqual([usd(650), usd(700)]);
});

it('knows no other periods than those of the calendar', async () => {
  expect((await api.get('/api/forecasts/soon/submissions')).status).toBe(404);
  expect((await api.post('/api/forecasts/2020-Q5/adjust', {})).status).toBe(404);
});
