import { afterAll, beforeAll, expect, it } from 'vitest';
import { closeDatabase, openDatabase } from '#sqlite/database.js';
import { done, type RunningApi, startApi } from './running-api.js';
import { furnish, openDeal } from './sales-floor.js';

let api: RunningApi;
let position: string;

/** The file of the log is changed at the last event, which is no JSON then. */
beforeAll(async () => {
  api = await startApi();
  await furnish(api);
  await openDeal(api, 'good');
  await openDeal(api, 'bad');
  position = done(await advance('bad')).body.position;
  const file = openDatabase(`${api.platform.settings.dataDir}/log/events.sqlite`, 0);
  file.exec(`UPDATE events SET data = '{broken' WHERE position = ${position}`);
  closeDatabase(file);
  await api.restart();
});
afterAll(() => api.stop());

const advance = (id: string) => api.post(`/api/deals/${id}/advance`, { to: 'offer', requires: { budget: '1' } });

it('audit, events and timeline show an event that is no JSON as unreadable', async () => {
  const unreadable = 'is no JSON object';
  const audit = await api.get('/api/audit?type=deal-advanced&limit=1');
  expect([audit.status, audit.body.items]).toMatchObject([
    200,
    [{ position, stream: 'deal-bad', data: {}, unreadable }],
  ]);
  const events = await api.get('/api/customers/acme/events?limit=1');
  expect([events.status, events.body.items]).toMatchObject([200, [{ position, data: {}, unreadable }]]);
  expect(events.body.items[0]).not.toHaveProperty('hash');
  const timeline = await api.get('/api/customers/acme/timeline?limit=1');
  const text = 'An event that cannot be read (DealAdvanced)';
  expect([timeline.status, timeline.body.items]).toMatchObject([200, [{ position, text }]]);
});

it('its record takes no command; others do', async () => {
  const { status, body } = await advance('bad');
  expect([status, body.code]).toEqual([409, 'StreamUnreadable']);
  expect(body.detail).toContain('deal-advanced.v1 at revision 1 of the stream deal-bad is no JSON object. Nothing was');
  expect((await advance('good')).status).toBe(200);
});

it('a rebuild parks its key, and is shown; what is live goes on meanwhile', async () => {
  const ordered = done(await api.post('/api/projections/deal-history/rebuild', {})).body.position;
  const generationOf = async () => {
    const { items } = (await api.get('/api/projections')).body;
    return items.find(({ name }: { name: string }) => name === 'deal-history');
  };
  await expect.poll(async () => (await generationOf()).generation, { timeout: 20_000 }).toBe(2);
  const written = await openDeal(api, 'later');
  expect((await api.get(`/api/deals/later?after=${written}`)).status).toBe(200);
  const { parked } = await generationOf();
  expect([BigInt(ordered) > BigInt(position), parked]).toMatchObject([true, [{ key: 'bad' }]]);
  expect((await api.get('/api/health')).status).toBe(200);
}, 30_000);
