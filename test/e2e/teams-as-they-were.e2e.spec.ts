import { afterAll, expect, it } from 'vitest';
import { done, startApi } from './running-api.js';
import { furnish, openDeal, usd } from './sales-floor.js';

// People and teams move: what was read of a time before stays as it was, and what somebody may do follows where they are now.

const api = await startApi();
afterAll(() => api.stop());
const tokens = await furnish(api);

const BEFORE = 'asOf=2019-06-01T00:00:00Z';
const get = async (path: string) => {
  const { status, body } = await api.get(`${path}${path.includes('?') ? '&' : '?'}after=${await api.head()}`);
  expect([path, status]).toEqual([path, 200]);
  return body;
};
const idsOf = ({ items }: { items: readonly { id: string }[] }) => items.map(({ id }) => id);

it('reads name the team, the name and the place of their instant', async () => {
  await openDeal(api, 'of-ann', { occurredAt: '2019-05-01T00:00:00Z', expectedCloseOn: '2030-01-31' });
  done(await api.post('/api/teams', { id: 'hill', name: 'Hill', occurredAt: '2019-02-01T00:00:00Z' }));
  done(await api.post('/api/teams/hill/move', { parentId: 'south' }));
  done(await api.post('/api/teams/hill/rename', { name: 'Mountain' }));
  const moved = done(await api.post('/api/reps/bob/move', { teamId: 'hill' }));
  expect(moved.headers.get('etag')).toBe(`"${moved.body.revision}"`);
  expect(await get('/api/teams/hill')).toMatchObject({ name: 'Mountain', parentId: 'south', revision: '2' });
  expect(await get(`/api/teams/hill?${BEFORE}`)).toMatchObject({ name: 'Hill', parentId: null, revision: '0' });
  expect(idsOf(await get('/api/reps?teamId=hill'))).toEqual(['bob']);
  expect(idsOf(await get(`/api/reps?teamId=hill&${BEFORE}`))).toEqual([]);
  expect(idsOf(await get(`/api/reps?teamId=north&${BEFORE}`))).toEqual(['ann', 'bob', 'mia']);
});

it('a team has the deals of those who are in it, or below it, at the instant', async () => {
  done(await api.post('/api/deals/of-ann/reassign', { ownerId: 'bob' }));
  const deals = async (query: string) => (await get(`/api/pipelines/standard?${query}`)).total.deals;
  expect([await deals('team=north'), await deals('team=south'), await deals('team=hill')]).toEqual([0, 1, 1]);
  expect([await deals(`team=north&${BEFORE}`), await deals(`team=south&${BEFORE}`)]).toEqual([1, 0]);
  const groups = async (query: string) =>
    (await get(`/api/forecasts?by=month&group=team&${query}`)).rows
      .filter(({ pipeline }: { pipeline: { amount: number } }) => pipeline.amount > 0)
      .map(({ group }: { group: string }) => group);
  expect([await groups(''), await groups(BEFORE)]).toEqual([['hill'], ['north']]);
});

it('managers write for who is in their teams now', async () => {
  const change = (token: string) => api.post('/api/deals/of-ann/amount', { amount: usd(1) }, { token });
  expect((await change(tokens.mia)).status).toBe(403);
  done(await change(tokens.max));
  expect((await api.post('/api/reps/bob/move', { teamId: 'north' }, { token: tokens.max })).body.code).toBe(
    'NotAllowed',
  );
  expect((await api.post('/api/reps/ann/move', { teamId: 'south' }, { token: tokens.max })).body.code).toBe(
    'NotAllowed',
  );
  done(await api.post('/api/reps/bob/move', { teamId: 'south' }, { token: tokens.max }));
  expect((await api.post('/api/teams/hill/move', { parentId: null }, { token: tokens.max })).body.code).toBe(
    'NotAllowed',
  );
  done(await api.post('/api/teams/hill/rename', { name: 'Hill' }, { token: tokens.max }));
});

it('a role is had from its change on, with the token that there was', async () => {
  const quota = { repId: 'bob', period: '2030-01', amount: usd(5) };
  expect((await api.post('/api/quotas', quota, { token: tokens.sue })).status).toBe(403);
  done(await api.post('/api/reps/sue/profile', { role: 'manager' }));
  done(await api.post('/api/quotas', quota, { token: tokens.sue }));
  done(await api.post('/api/reps/sue/profile', { role: 'rep' }));
  expect((await api.post('/api/quotas', quota, { token: tokens.sue })).status).toBe(403);
  expect(await get('/api/reps/sue')).toMatchObject({ name: 'sue', role: 'rep', region: null });
});

it('a profile keeps what is not named, and what every rep has is not emptied', async () => {
  done(await api.post('/api/reps/ann/profile', { name: 'Ann Lee', region: 'North' }));
  expect(await get('/api/reps/ann')).toMatchObject({ name: 'Ann Lee', email: 'ann@example.com', region: 'North' });
  expect(await get(`/api/reps/ann?${BEFORE}`)).toMatchObject({ name: 'ann', region: null });
  const { status, body } = await api.post('/api/reps/ann/profile', { name: null, email: null, role: null });
  expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([400, ['name', 'email', 'role']]);
  done(await api.post('/api/reps/ann/profile', { region: null }));
  expect(await get('/api/reps/ann')).toMatchObject({ name: 'Ann Lee', region: null });
});

it('the timeline of a customer calls reps what they are called at its instant', async () => {
  const [now] = (await get('/api/customers/acme/timeline?limit=200')).items.slice(-1);
  const [before] = (await get(`/api/customers/acme/timeline?limit=200&${BEFORE}`)).items.slice(-1);
  expect(now.text).toContain('Ann Lee');
  expect(before.text).toBe(now.text.replace('Ann Lee', 'ann'));
});

it('of two moves that would put teams below each other, one is refused', async () => {
  for (const id of ['one', 'two']) done(await api.post('/api/teams', { id, name: id }));
  const answers = await Promise.all([
    api.post('/api/teams/one/move', { parentId: 'two' }),
    api.post('/api/teams/two/move', { parentId: 'one' }),
  ]);
  expect(answers.map(({ status, body }) => body.code ?? status).sort()).toEqual([200, 'TeamBelowItself']);
});

it('a team goes to the top when that is said, not when nothing is', async () => {
  const { status, body } = await api.post('/api/teams/hill/move', {});
  expect([status, body.errors.map(({ path }: { path: string }) => path)]).toEqual([400, ['parentId']]);
  expect(await get('/api/teams/hill')).toMatchObject({ parentId: 'south' });
  done(await api.post('/api/teams/hill/move', { parentId: null }));
  expect(await get('/api/teams/hill')).toMatchObject({ parentId: null });
});
