import { v7 as uuidv7 } from 'uuid';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { HealthController } from '#apps/api/src/operations/health.controller.js';
import type { NewEvent } from '#event-store/event-store.js';
import { type Answered, done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal } from './sales-floor.js';

let api: RunningApi;

beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  for (const id of ['bad', 'alien', 'good']) await openDeal(api, id);
});
afterAll(() => api.stop());

/** As another program may write it into the log; answers its position. */
const append = async (stream: string, event: Partial<NewEvent>): Promise<string> => {
  const commandId = uuidv7();
  const [last] = await api.platform.events.readStream(stream, { direction: 'backwards', limit: 1 });
  if (!last) throw new Error(`No ${stream}`);
  const metadata = { at: last.recordedAt, by: 'ann', source: 'api', commandId, correlationId: commandId };
  const written = { id: uuidv7(), type: 'deal-advanced.v1', data: { dealId: 'bad' }, metadata, ...event };
  return String((await api.platform.log.append(stream, last.revision, [written])).position);
};

const advance = (id: string): Promise<Answered> =>
  api.post(`/api/deals/${id}/advance`, { to: 'offer', requires: { budget: '1' } });

it('a record with an event that says what it cannot takes no command and tells why; all else goes on', async () => {
  const position = await append('deal-bad', {});
  for (const refused of [await advance('bad'), await api.post('/api/deals/bad/lose', { reason: 'price' })]) {
    expect([refused.status, refused.headers.get('content-type')]).toEqual([409, expect.stringMatching('problem')]);
    expect(refused.body).toEqual({
      type: '/api/docs#StreamUnreadable',
      title: 'The record holds an event that cannot be read',
      status: 409,
      code: 'StreamUnreadable',
      detail: expect.stringMatching(
        /^The event deal-advanced.v1 at revision 1 of the stream deal-bad does not satisfy its schema: data must have/,
      ),
    });
  }
  expect(await api.head()).toBe(position);
  const { body } = done(await advance('good'));
  expect((await api.get(`/api/deals/good?after=${body.position}`)).body.stage).toBe('offer');
  expect((await api.get(`/api/deals/bad?after=${body.position}`)).body.stage).toBe('talk');
});

it('what cannot be read is shown as such, in words and as it is', async () => {
  const position = await api.head();
  const { items } = (await api.get(`/api/customers/acme/timeline?deal=bad&after=${position}`)).body;
  expect(items.map(({ text }: { text: string }) => text)).toEqual([
    'An event that cannot be read (DealAdvanced)',
    expect.stringContaining('bad'),
  ]);
  const raw = (await api.get('/api/customers/acme/events')).body.items;
  const unreadable = expect.stringMatching('does not satisfy its schema');
  expect(raw.filter((event: object) => 'unreadable' in event)).toMatchObject([{ data: { dealId: 'bad' }, unreadable }]);
  const audit = (await api.get('/api/audit?type=deal-')).body.items;
  expect(audit.filter((event: object) => 'unreadable' in event)).toMatchObject([{ stream: 'deal-bad', unreadable }]);
  expect(audit[0]).toMatchObject({ type: 'deal-advanced.v1', stream: 'deal-good' });
  expect((await api.get('/api/deals/bad/history')).status).toBe(200);
});

it('read models park it under its deal, which its stream tells where the event does not', async () => {
  const position = await append('deal-alien', { data: {}, metadata: {} });
  done(await api.get(`/api/deals?after=${position}`));
  const { items } = (await api.get('/api/projections')).body;
  const keys = items.flatMap(({ parked }: { parked: readonly { key: string }[] }) => parked.map(({ key }) => key));
  expect([...new Set(keys)].sort()).toEqual(['alien', 'bad']);
  const failing = items.filter(({ state }: { state: string }) => state !== 'upToDate');
  expect(failing).toEqual([]);
  const { body } = await advance('alien');
  expect([body.code, body.detail]).toEqual(['StreamUnreadable', expect.stringContaining('deal-alien')]);
});

it('a departure hands over all else, and is not complete without it', async () => {
  await openDeal(api, 'sound');
  done(await api.post('/api/activities/tasks', { id: 'call', repId: 'ann' }));
  done(await api.post('/api/reps/ann/depart', { on: '2020-06-30', successors: [{ ownerId: 'bob' }] }));
  const ownerOf = async (path: string) => (await api.get(`/api/${path}?after=${await api.head()}`)).body.ownerId;
  const owners = () => Promise.all(['deals/sound', 'deals/good', 'customers/acme', 'deals/bad'].map(ownerOf));
  await expect.poll(owners, { timeout: 20_000 }).toEqual(['bob', 'bob', 'bob', 'ann']);
  const typesIn = async (stream: string) => (await api.platform.events.readStream(stream)).map(({ type }) => type);
  // After the deals.
  await expect.poll(() => typesIn('activity-call'), { timeout: 20_000 }).toContain('task-reassigned.v1');
  const types = await typesIn('rep-ann');
  expect([types.includes('rep-departed.v1'), types.includes('rep-handover-completed.v1')]).toEqual([true, false]);
});

it('of an unknown type its record takes no command either, and reads wait rather than pass it over', async () => {
  const position = await append('deal-good', { type: 'deal-blessed.v1' });
  const refused = await advance('good');
  expect([refused.status, refused.body.code]).toEqual([409, 'StreamUnreadable']);
  expect(refused.body.detail).toContain(
    'deal-blessed.v1 at revision 3 of the stream deal-good is of a type or version',
  );
  expect(await api.head()).toBe(position);
  await openDeal(api, 'other', { ownerId: 'bob' });
  expect((await api.get('/api/deals/good')).body.stage).toBe('offer');
});

it('while the projector fails again and again, the server is not ready once reads are older than is allowed', async () => {
  const { events, reads } = api.platform;
  const health = new HealthController(events, reads, { maxStaleness: 1 });
  const code = (): Promise<string> =>
    health.health().then(
      ({ status }) => status,
      ({ code }) => code,
    );
  await expect.poll(code, { timeout: 10_000 }).toBe('ReadModelsStale');
}, 15_000);
